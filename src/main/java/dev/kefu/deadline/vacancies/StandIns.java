package dev.kefu.deadline.vacancies;

import dev.kefu.organisation.Posts;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.stereotype.Component;

/**
 * Holds a task's candidates to the posts that somebody holds, inside an engine command: of a vacant post the next superior with members becomes
 * candidate too. Taken back when somebody holds the post again, but not from a person who has claimed the task: when it is given back, or done.
 */
@Component
@RequiredArgsConstructor
class StandIns {

  static final String NOBODY = "";

  private final VacancyTables tables;
  private final Posts posts;
  private final RoleDirectory roles;
  private final VacancyAlarm alarm;

  /** For a task that is just being made nobody stands in yet. */
  void made(TaskEntity task) {
    Set<String> groups = candidateGroups(task);
    if (!groups.isEmpty()) {
      see(task, groups, Map.of());
    }
  }

  /** Does what is missing; a second time nothing. */
  void see(TaskEntity task) {
    Set<String> groups = candidateGroups(task);
    if (!groups.isEmpty()) {
      see(task, groups, tables.ofTask(task.getId()));
    }
  }

  private void see(TaskEntity task, Set<String> groups, Map<String, String> given) {
    Map<String, String> wanted = wanted(originals(task, groups, given));
    if (given.isEmpty() && wanted.isEmpty()) {
      return;
    }
    Map<String, String> standing = new HashMap<>(given);
    given.forEach((post, standIn) -> {
      if (!standIn.equals(wanted.get(post)) && (task.getAssignee() == null || standIn.equals(NOBODY)) && tables.delete(task.getId(), post, standIn)) {
        standing.remove(post);
        takeBack(task, post, standIn, standing, groups, wanted);
      }
    });
    wanted.forEach((post, standIn) -> {
      if (standIn.equals(standing.get(post))) {
        offer(task, standIn, groups);
      } else if (!standing.containsKey(post) && (!groups.contains(standIn) || standing.containsValue(standIn))) {
        give(task, post, standIn, standing, groups);
      }
    });
  }

  void ended(String taskId) {
    tables.deleteTask(taskId);
  }

  /** What the model or a person made candidates of the task, without those that only stand in. */
  private Set<String> originals(TaskEntity task, Set<String> groups, Map<String, String> given) {
    Set<String> originals = new HashSet<>(groups);
    if (!given.isEmpty()) {
      Set<String> standIns = new HashSet<>(given.values());
      standIns.removeAll(tables.escalatedTo(task.getId()));
      originals.removeAll(standIns);
    }
    return originals;
  }

  private Map<String, String> wanted(Set<String> originals) {
    Map<String, String> wanted = new TreeMap<>();
    originals.stream().filter(posts::isVacant).forEach(post -> wanted.put(post, posts.workingGroupOf(post).orElse(NOBODY)));
    return wanted;
  }

  private void give(TaskEntity task, String post, String standIn, Map<String, String> standing, Set<String> groups) {
    if (!tables.insert(task.getId(), post, standIn)) {
      return;
    }
    standing.put(post, standIn);
    offer(task, standIn, groups);
    comment(task, standIn.equals(NOBODY) ? "Nobody holds the post or one above it: nobody can do this 崗位及其上級均空缺，無人可辦: " + label(post) + "."
        : "Nobody holds the post 崗位空缺: " + label(post) + ". Its superior may do this too 由上級承接: " + label(standIn) + ".");
    alarm.raise(post, standIn);
  }

  private void takeBack(TaskEntity task, String post, String standIn, Map<String, String> standing, Set<String> groups, Map<String, String> wanted) {
    boolean needed = standIn.equals(NOBODY) || standing.containsValue(standIn) || tables.escalatedTo(task.getId()).contains(standIn);
    if (!needed && groups.remove(standIn)) {
      task.deleteCandidateGroup(standIn);
    }
    if (!wanted.containsKey(post) && groups.contains(post)) {
      comment(task, "The post is held again 崗位已補缺: " + label(post) + ".");
    }
  }

  private static void offer(TaskEntity task, String standIn, Set<String> groups) {
    if (!standIn.equals(NOBODY) && groups.add(standIn)) {
      task.addCandidateGroup(standIn);
    }
  }

  private static Set<String> candidateGroups(TaskEntity task) {
    return links(task).map(IdentityLinkEntity::getGroupId).filter(Objects::nonNull).collect(Collectors.toCollection(HashSet::new));
  }

  /** Candidates; the task remembers links that were deleted in this very command. */
  private static Stream<IdentityLinkEntity> links(TaskEntity task) {
    DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
    return task.getIdentityLinks().stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && !entities.isDeleted(link));
  }

  /** The system says it, not whoever happened to finish the step before. */
  private static void comment(TaskEntity task, String message) {
    var identities = (IdentityServiceImpl) Context.getProcessEngineConfiguration().getIdentityService();
    Authentication person = identities.getCurrentAuthentication();
    identities.clearAuthentication();
    try {
      Context.getProcessEngineConfiguration().getTaskService().createComment(task.getId(), task.getProcessInstanceId(), message);
    } finally {
      identities.setAuthentication(person);
    }
  }

  private String label(String roleId) {
    return roles.find(roleId).map(Role::label).orElse(roleId);
  }
}
