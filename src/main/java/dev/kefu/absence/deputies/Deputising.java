package dev.kefu.absence.deputies;

import static java.util.stream.Collectors.toCollection;

import dev.kefu.absence.Colleagues;
import dev.kefu.absence.deputies.Absentees.Away;
import dev.kefu.absence.deputies.Absentees.StandIn;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.BarredPersons;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.CommentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.Event;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Holds a task to who is there, inside an engine command. What is an absent person's comes to the deputy, and back; what is offered to the person, or to a group of the
 * person's, the deputy may take too. The deputy is the task's assignee, the person its owner: so the trail says on whose behalf, and four eyes counts both.
 */
@Component
@RequiredArgsConstructor
class Deputising {

  private final NoteTable notes;
  private final Colleagues colleagues;
  private final DeputyRights rights;
  private final AbsenceNotices notices;
  private final ObjectProvider<BarredPersons> barredPersons;
  private final ObjectProvider<AuditTrail> audit;

  /** Of a task that is just being made nothing is noted yet, unless somebody is away. */
  void made(TaskEntity task) {
    Absentees absent = notes.absentees();
    if (!absent.isEmpty()) {
      see(task, absent, false);
    }
  }

  /** Does what is missing; a second time nothing. */
  void see(TaskEntity task) {
    see(task, notes.absentees(), false);
  }

  /** The same, later: now four eyes also sees what was done in the transaction that made the task. */
  void seeSettled(TaskEntity task) {
    see(task, notes.absentees(), true);
  }

  private void see(TaskEntity task, Absentees absent, boolean settled) {
    List<Note> known = new ArrayList<>(notes.ofTask(task.getId()));
    if (absent.isEmpty() && known.isEmpty() || task.isSuspended() || task.getExecutionId() == null) {
      return;
    }
    follow(task, absent, known, settled);
    handOver(task, absent, known, settled);
    takeBackOffers(task, absent, known, settled);
    if (task.getAssignee() == null) {
      offer(task, absent, known, settled);
    }
    nameOwner(task, known);
    known.stream().filter(note -> note.kind() == Note.Kind.KEPT || note.kind() == Note.Kind.SKIPPED).filter(note -> !absent.isActive(note.absenceId())).forEach(notes::delete);
  }

  /** Notes for the auditor who acted for whom, and forgets the task. */
  void completed(TaskEntity task) {
    String owner = task.getOwner();
    if (owner != null && !owner.equals(task.getAssignee()) && task.getAssignee() != null && !notes.ofTask(task.getId()).isEmpty()) {
      audit.getObject().write(new AuditRecord(AuditRecord.Kind.OPERATION, task.getAssignee(), "completeOnBehalf", "person", owner, task.getExecution().getProcessBusinessKey(),
          Map.of("task", task.getId())));
    }
    ended(task.getId());
  }

  void ended(String taskId) {
    notes.deleteTask(taskId);
  }

  /** What was handed over: stays, goes to another deputy or back, or somebody has given it to somebody else. */
  private void follow(TaskEntity task, Absentees absent, List<Note> known, boolean settled) {
    for (Note note : of(known, Note.Kind.HANDED)) {
      Optional<StandIn> now = absent.standInFor(note.person());
      if (!note.deputy().equals(task.getAssignee())) {
        if (forget(note, known)) {
          dropOwner(task, note);
        }
      } else if (now.filter(standIn -> standIn.away().id() == note.absenceId() && standIn.deputy().equals(note.deputy())).isEmpty()) {
        if (forget(note, known)) {
          giveBack(task, note, now.isPresent());
        }
      } else if (settled && !note.checked()) {
        if (whyBarred(task, now.get()).isEmpty()) {
          notes.checked(note);
        } else if (forget(note, known)) {
          dropOwner(task, note);
          task.setAssignee(note.person());
        }
      }
    }
    for (Note note : of(known, Note.Kind.BARRED)) {
      boolean over = absent.standInFor(note.person()).filter(standIn -> standIn.away().id() == note.absenceId()).isEmpty();
      if (over && task.getAssignee() == null && forget(note, known) && colleagues.gone(Set.of(note.person())).isEmpty()) {
        dropOwner(task, note);
        task.setAssignee(note.person());
        say(task, colleagues.nameOf(note.person()) + " is back: the task is theirs again 本人已返崗，任務交回.");
      }
    }
  }

  private void giveBack(TaskEntity task, Note note, boolean goesOn) {
    dropOwner(task, note);
    if (!colleagues.gone(Set.of(note.person())).isEmpty()) {
      // Nobody is there to get it back: it stays with whoever has it.
      return;
    }
    task.setAssignee(note.person());
    if (!goesOn) {
      say(task, colleagues.nameOf(note.person()) + " is back: the task is theirs again 本人已返崗，任務交回.");
    }
  }

  private void handOver(TaskEntity task, Absentees absent, List<Note> known, boolean settled) {
    String holder = task.getAssignee();
    Optional<StandIn> found = holder == null || !of(known, Note.Kind.HANDED).isEmpty() ? Optional.empty() : absent.standInFor(holder);
    if (found.isEmpty() || known.stream().anyMatch(note -> note.kind() == Note.Kind.KEPT && note.absenceId() == found.get().away().id())) {
      return;
    }
    StandIn standIn = found.get();
    if (holder.equals(Context.getCommandContext().getAuthenticatedUserId())) {
      // Whoever works although away knows why.
      add(note(task, standIn, Note.Kind.KEPT, holder, true), known);
      return;
    }
    Optional<String> why = whyBarred(task, standIn);
    if (why.isPresent()) {
      toSuperiors(task, standIn, known);
    } else if (add(note(task, standIn, Note.Kind.HANDED, standIn.deputy(), settled), known)) {
      rights.give(standIn.deputy(), task.getProcessDefinition().getKey());
      nameOwner(task, standIn.onBehalfOf());
      task.setAssignee(standIn.deputy());
      say(task, words(standIn));
    }
  }

  private String words(StandIn standIn) {
    String person = colleagues.nameOf(standIn.away().person());
    String deputy = colleagues.nameOf(standIn.deputy());
    if (standIn.onBehalfOf() == null) {
      return person + " has left: " + deputy + " takes this over 已離職，由 " + deputy + " 接手.";
    }
    String until = standIn.away().lastDay() == null ? "" : " until 至 " + standIn.away().lastDay();
    return person + " is absent 缺勤" + until + ": " + deputy + " acts on behalf of 代 " + colleagues.nameOf(standIn.onBehalfOf()) + " 辦理.";
  }

  /** Not the deputy's either: those above the person may do it, as for any task that nobody can do. */
  private void toSuperiors(TaskEntity task, StandIn standIn, List<Note> known) {
    Set<String> superiors = task.getDelegationState() == DelegationState.PENDING ? Set.of() : colleagues.nextAbove(standIn.away().person());
    if (!add(note(task, standIn, Note.Kind.BARRED, String.join(",", superiors), true), known)) {
      return;
    }
    String barred = colleagues.nameOf(standIn.away().person()) + " is absent, and four eyes bars the deputy 本人缺勤，且代理人因職責分離不得辦理: " + colleagues.nameOf(standIn.deputy());
    if (superiors.isEmpty()) {
      say(task, barred + ". Nobody stands above: it stays 無上級可承接，任務保留.");
      return;
    }
    if (standIn.onBehalfOf() != null && barred(task, standIn.onBehalfOf()).isEmpty()) {
      nameOwner(task, standIn.onBehalfOf());
    }
    task.setAssignee(null);
    addGroups(task, superiors);
    say(task, barred + ". Its superior may do this 由上級承接: " + colleagues.labels(superiors) + ".");
    notices.offered(task, superiors, "barred");
  }

  /** Nobody by this id is there any more and nobody said who takes over: whoever may, or those above whoever starts such cases. */
  void release(TaskEntity task) {
    String gone = task.getAssignee();
    notes.ofTask(task.getId()).stream().filter(note -> note.kind() == Note.Kind.HANDED && note.deputy().equals(gone)).forEach(note -> {
      notes.delete(note);
      dropOwner(task, note);
    });
    task.setAssignee(null);
    Set<String> superiors = candidates(task).isEmpty() ? colleagues.nextAboveStarters(task.getProcessDefinition().getKey()) : Set.of();
    addGroups(task, superiors);
    Set<String> groups = groups(task);
    say(task, "Whoever had this is no longer there 原辦理人已不在: " + gone + (groups.isEmpty() ? "." : ". Now for 現由: " + colleagues.labels(groups) + "."));
    notices.offered(task, groups, "released");
  }

  private void takeBackOffers(TaskEntity task, Absentees absent, List<Note> known, boolean settled) {
    Set<String> users = users(task);
    Set<String> groups = groups(task);
    for (Note note : of(known, Note.Kind.OFFERED)) {
      if (note.deputy().equals(task.getAssignee())) {
        continue;
      }
      Optional<StandIn> now = absent.standInFor(note.person()).filter(standIn -> standIn.away().id() == note.absenceId());
      boolean stands = now.filter(standIn -> standIn.deputy().equals(note.deputy()) && concerns(standIn.away(), users, groups)).isPresent();
      if (!stands) {
        withdraw(task, note, known);
      } else if (settled && !note.checked()) {
        if (whyBarred(task, now.get()).isEmpty()) {
          notes.checked(note);
        } else {
          withdraw(task, note, known);
          add(note(task, now.get(), Note.Kind.SKIPPED, note.deputy(), true), known);
        }
      }
    }
  }

  private void withdraw(TaskEntity task, Note note, List<Note> known) {
    if (forget(note, known) && of(known, Note.Kind.OFFERED).stream().noneMatch(other -> other.deputy().equals(note.deputy()))) {
      task.deleteCandidateUser(note.deputy());
    }
  }

  private void offer(TaskEntity task, Absentees absent, List<Note> known, boolean settled) {
    Set<String> users = users(task);
    Set<String> groups = groups(task);
    for (Away away : absent.all()) {
      Optional<StandIn> found = absent.standInFor(away.person());
      if (found.isEmpty() || known.stream().anyMatch(note -> note.absenceId() == away.id() && (note.kind() == Note.Kind.OFFERED || note.kind() == Note.Kind.SKIPPED || note.kind() == Note.Kind.BARRED))
          || !concerns(away, users, groups) || users.contains(found.get().deputy()) || !Collections.disjoint(groups, colleagues.groupsOf(found.get().deputy()))) {
        continue;
      }
      StandIn standIn = found.get();
      if (whyBarred(task, standIn).isPresent()) {
        add(note(task, standIn, Note.Kind.SKIPPED, standIn.deputy(), true), known);
      } else if (add(note(task, standIn, Note.Kind.OFFERED, standIn.deputy(), settled), known)) {
        rights.give(standIn.deputy(), task.getProcessDefinition().getKey());
        task.addCandidateUser(standIn.deputy());
        users.add(standIn.deputy());
        if (!settled) {
          notices.offered(task, standIn.deputy());
        }
      }
    }
  }

  /** A leaver's groups go on without; what is offered to the person by name is not theirs. */
  private boolean concerns(Away away, Set<String> users, Set<String> groups) {
    return users.contains(away.person()) || away.kind() == Absence.Kind.ABSENCE && !groups.isEmpty() && !Collections.disjoint(groups, colleagues.groupsOf(away.person()));
  }

  /** Whoever takes what is only offered to a deputy acts on behalf of the person; who releases it does so no more. */
  private void nameOwner(TaskEntity task, List<Note> known) {
    List<Note> offered = of(known, Note.Kind.OFFERED);
    Optional<Note> taken = offered.stream().filter(note -> note.deputy().equals(task.getAssignee())).findFirst();
    if (taken.isPresent()) {
      if (task.getOwner() == null) {
        nameOwner(task, taken.get().onBehalfOf());
      }
    } else {
      offered.stream().filter(note -> Objects.equals(note.onBehalfOf(), task.getOwner())).findFirst().ifPresent(note -> dropOwner(task, note));
    }
  }

  private static void nameOwner(TaskEntity task, String owner) {
    if (owner != null && task.getDelegationState() != DelegationState.PENDING) {
      task.setOwner(owner);
    }
  }

  private static void dropOwner(TaskEntity task, Note note) {
    if (note.onBehalfOf() != null && note.onBehalfOf().equals(task.getOwner()) && task.getDelegationState() != DelegationState.PENDING) {
      task.setOwner(null);
    }
  }

  /** Nobody of those who act or are acted for may be barred: a deputy is no way round four eyes. */
  private Optional<String> whyBarred(TaskEntity task, StandIn standIn) {
    return Stream.concat(Stream.of(standIn.deputy()), standIn.passed().stream()).map(person -> barred(task, person)).flatMap(Optional::stream).findFirst();
  }

  private Optional<String> barred(TaskEntity task, String person) {
    return barredPersons.getObject().against(person, task, null);
  }

  private boolean add(Note note, List<Note> known) {
    boolean added = notes.insert(note);
    if (added) {
      known.add(note);
    }
    return added;
  }

  private boolean forget(Note note, List<Note> known) {
    known.remove(note);
    return notes.delete(note);
  }

  private static Note note(TaskEntity task, StandIn standIn, Note.Kind kind, String deputy, boolean checked) {
    return new Note(task.getId(), standIn.away().id(), kind, standIn.away().person(), deputy, standIn.onBehalfOf(), task.getProcessDefinition().getKey(), checked);
  }

  private static List<Note> of(List<Note> known, Note.Kind kind) {
    return known.stream().filter(note -> note.kind() == kind).toList();
  }

  /** The engine would add a second link for a group that is one already. */
  private static void addGroups(TaskEntity task, Set<String> groups) {
    Set<String> present = groups(task);
    groups.stream().filter(group -> !present.contains(group)).forEach(task::addCandidateGroup);
  }

  private static Set<String> users(TaskEntity task) {
    return candidates(task).stream().map(IdentityLinkEntity::getUserId).filter(Objects::nonNull).collect(toCollection(HashSet::new));
  }

  private static Set<String> groups(TaskEntity task) {
    return candidates(task).stream().map(IdentityLinkEntity::getGroupId).filter(Objects::nonNull).collect(toCollection(HashSet::new));
  }

  /** Candidates; the task remembers links that were deleted in this very command. */
  private static List<IdentityLinkEntity> candidates(TaskEntity task) {
    DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
    return task.getIdentityLinks().stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && !entities.isDeleted(link)).toList();
  }

  /** The system says it. Past the service, which would tell of the change of hands once more. */
  private static void say(TaskEntity task, String message) {
    CommentEntity comment = new CommentEntity();
    comment.setType(CommentEntity.TYPE_COMMENT);
    comment.setAction(Event.ACTION_ADD_COMMENT);
    comment.setTime(ClockUtil.getCurrentTime());
    comment.setTaskId(task.getId());
    comment.setProcessInstanceId(task.getProcessInstanceId());
    comment.setRootProcessInstanceId(task.getExecution().getRootProcessInstanceId());
    comment.setMessage(comment.toEventMessage(message));
    comment.setFullMessage(message);
    Context.getCommandContext().getCommentManager().insert(comment);
  }
}
