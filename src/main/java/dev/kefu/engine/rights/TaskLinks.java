package dev.kefu.engine.rights;

import java.util.Collection;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;

/** Whom a task names. Works inside an engine command. */
public final class TaskLinks {

  private TaskLinks() {
  }

  /** Whether the task is the person's, or offered to the person or to one of the groups. */
  public static boolean name(TaskEntity task, String userId, Collection<String> groups) {
    return userId.equals(task.getAssignee()) || candidates(task).anyMatch(link -> userId.equals(link.getUserId()) || groups.contains(link.getGroupId()));
  }

  /** Whom the task is offered to; the task itself remembers links that were deleted in this very command. */
  public static Stream<IdentityLinkEntity> candidates(TaskEntity task) {
    DbEntityManager entities = Context.getCommandContext().getDbEntityManager();
    return task.getIdentityLinks().stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()) && !entities.isDeleted(link));
  }
}
