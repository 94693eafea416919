package dev.kefu.absence.deputies;

import static java.util.stream.Collectors.toSet;

import dev.kefu.absence.Colleagues;
import dev.kefu.absence.SystemWork;
import dev.kefu.absence.deputies.Absentees.Away;
import dev.kefu.organisation.ChannelUser;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Begins and ends absences by the clock, and compares open tasks with who is there: at once when somebody enters something, and every minute on every node, for what a
 * node that stopped left undone. Each task in a transaction of its own.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class AbsenceSweep {

  /** What it takes to look through a list of names in one statement. */
  private static final String NOBODY = "";

  private final Absences absences;
  private final NoteTable notes;
  private final Deputising deputising;
  private final DeputyRights rights;
  private final Colleagues colleagues;
  private final SystemWork system;
  private final TaskService tasks;
  private final ManagementService management;
  private final JdbcClient jdbc;

  @Scheduled(fixedDelayString = "${kefu.deadline.sweep-every:PT1M}")
  void sweep() {
    apart(absences::keepToTheCalendar);
    apart(this::endWithoutDeputy);
    system.apart(this::tasksToSee).forEach(id -> with(id, deputising::seeSettled));
    system.apart(this::tasksOfTheGone).forEach(id -> with(id, deputising::release));
    apart(rights::endUnused);
  }

  private void apart(Runnable work) {
    system.apart(() -> {
      work.run();
      return true;
    });
  }

  private void endWithoutDeputy() {
    Set<String> gone = colleagues.gone(absences.open().stream().map(Absence::getDeputy).collect(toSet()));
    if (!gone.isEmpty()) {
      absences.endWithout(gone);
    }
  }

  private Set<String> tasksToSee() {
    Absentees absent = notes.absentees();
    Set<String> taskIds = new LinkedHashSet<>(notes.uncheckedTasks());
    for (Away away : absent.all()) {
      Set<String> open = new LinkedHashSet<>(assignedTo(away.person()));
      absent.standInFor(away.person()).ifPresent(standIn -> open.addAll(withoutDeputy(away, standIn.deputy())));
      open.removeAll(notes.tasksOf(away.id()));
      taskIds.addAll(open);
    }
    notes.examples().stream().filter(note -> !stands(note, absent)).forEach(note -> taskIds.addAll(notes.tasksLike(note)));
    return taskIds;
  }

  private static boolean stands(Note note, Absentees absent) {
    boolean active = absent.isActive(note.absenceId());
    boolean acts = note.kind() == Note.Kind.HANDED || note.kind() == Note.Kind.OFFERED;
    return active && (!acts || absent.standInFor(note.person()).filter(standIn -> standIn.deputy().equals(note.deputy())).isPresent());
  }

  private List<String> assignedTo(String person) {
    return tasks.createTaskQuery().taskAssignee(person).active().list().stream().map(Task::getId).toList();
  }

  /** Unclaimed tasks that are offered to the person, or to a group of the person's, and not to the deputy. */
  private List<String> withoutDeputy(Away away, String deputy) {
    String links = "select 1 from " + management.getTableName(IdentityLinkEntity.class) + " L where L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate' and ";
    return jdbc.sql("select T.ID_ from " + management.getTableName(Task.class) + " T where T.ASSIGNEE_ is null and T.SUSPENSION_STATE_ = 1 and exists (" + links
            + "(L.USER_ID_ = :person or L.GROUP_ID_ in (:groups))) and not exists (" + links + "(L.USER_ID_ = :deputy or L.GROUP_ID_ in (:deputyGroups)))")
        .param("person", away.person()).param("groups", away.kind() == Absence.Kind.ABSENCE ? orNobody(colleagues.groupsOf(away.person())) : Set.of(NOBODY))
        .param("deputy", deputy).param("deputyGroups", orNobody(colleagues.groupsOf(deputy))).query(String.class).list();
  }

  private static Collection<String> orNobody(Set<String> groups) {
    return groups.isEmpty() ? Set.of(NOBODY) : groups;
  }

  /** Tasks in the hands of users who were deleted, or have left the directory; unless somebody was named to take over. */
  private Set<String> tasksOfTheGone() {
    Set<String> holders = new TreeSet<>(jdbc.sql("select distinct T.ASSIGNEE_ from " + management.getTableName(Task.class) + " T where T.ASSIGNEE_ is not null and T.PROC_INST_ID_ is not null")
        .query(String.class).list());
    holders.removeIf(ChannelUser::isOne);
    Absentees absent = notes.absentees();
    return colleagues.gone(holders).stream().filter(gone -> absent.standInFor(gone).isEmpty()).flatMap(gone -> assignedTo(gone).stream()).collect(toSet());
  }

  private void with(String taskId, Consumer<TaskEntity> work) {
    try {
      system.apart(() -> {
        Optional<TaskEntity> task = Optional.ofNullable(Context.getCommandContext().getTaskManager().findTaskById(taskId));
        if (task.isEmpty()) {
          notes.deleteTask(taskId);
        }
        task.ifPresent(found -> {
          String before = found.getAssignee();
          work.accept(found);
          if (!Objects.equals(before, found.getAssignee())) {
            // History and messages follow from the event; what is done already is not done again.
            found.triggerUpdateEvent();
          }
        });
        return true;
      });
    } catch (RuntimeException e) {
      // One task must not stop the others; the next sweep tries again.
      log.error("Task {} of somebody who is away could not be seen to; the next sweep tries again", taskId, e);
    }
  }
}
