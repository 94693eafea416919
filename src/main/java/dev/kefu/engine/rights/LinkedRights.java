package dev.kefu.engine.rights;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.db.AuthorizationCheck;
import org.camunda.bpm.engine.impl.db.CompositePermissionCheck;
import org.camunda.bpm.engine.impl.db.PermissionCheck;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/** The engine's rights, with those on a task read from whom the task names. The engine makes one for each command. */
public class LinkedRights extends AuthorizationManager {

  /** What a task gives to those it names. */
  private static final Set<Permission> WORK = Set.of(TaskPermissions.READ, TaskPermissions.TASK_WORK, TaskPermissions.READ_VARIABLE);

  @Override
  public boolean isAuthorized(String userId, List<String> groupIds, PermissionCheck check) {
    return given(check, userId, groups(groupIds)) || super.isAuthorized(userId, groupIds, check);
  }

  @Override
  public boolean isAuthorized(String userId, List<String> groupIds, CompositePermissionCheck checks) {
    return given(checks, check -> given(check, userId, groups(groupIds))) || super.isAuthorized(userId, groupIds, checks);
  }

  private static boolean given(CompositePermissionCheck checks, Predicate<PermissionCheck> given) {
    Stream<Boolean> each = Stream.concat(checks.getAtomicChecks().stream().map(given::test), checks.getCompositeChecks().stream().map(inner -> given(inner, given)));
    return checks.isDisjunctive() ? each.anyMatch(Boolean::booleanValue) : each.allMatch(Boolean::booleanValue);
  }

  private boolean given(PermissionCheck check, String userId, Collection<String> groups) {
    if (userId == null || check.getResource() != Resources.TASK || check.getResourceId() == null || WORK.stream().noneMatch(work -> work.getValue() == check.getPermission().getValue())) {
      return false;
    }
    TaskEntity task = getTaskManager().findTaskById(check.getResourceId());
    return task != null && (userId.equals(task.getOwner()) || TaskLinks.name(task, userId, groups));
  }

  @Override
  public void configureTaskQuery(TaskQueryImpl query) {
    configureQuery(query);
    AuthorizationCheck check = query.getAuthCheck();
    if (!check.isAuthorizationCheckEnabled()) {
      return;
    }
    List<String> processes = OwnTasks.areAllThatAre(query, check.getAuthUserId(), check.getAuthGroupIds()) ? List.of(Authorization.ANY)
        : getDbEntityManager().selectList("selectProcessesOfReadableTasks", check).stream().map(String.class::cast).toList();
    if (processes.contains(Authorization.ANY)) {
      check.setAuthorizationCheckEnabled(false);
    } else {
      query.setAuthCheck(new OwnTasks(check.getAuthUserId(), check.getAuthGroupIds(), processes));
    }
  }

  /** The engine looks for groups that have any right at all, in each command; asking for all that the person has finds the same rights. */
  @Override
  public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
    return groups(groupIds);
  }

  /** No task has stored rights that could end with it. */
  @Override
  public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
    if (resource != Resources.TASK) {
      super.deleteAuthorizationsByResourceId(resource, resourceId);
    }
  }

  private static List<String> groups(List<String> groupIds) {
    return groupIds == null || groupIds.isEmpty() ? EMPTY_LIST : groupIds;
  }
}
