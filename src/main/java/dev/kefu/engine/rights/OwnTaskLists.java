package dev.kefu.engine.rights;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskManager;
import org.camunda.bpm.engine.task.Task;

/** The engine's task lists and counts, by {@link LinkedRights}. */
public class OwnTaskLists extends TaskManager {

  @Override
  @SuppressWarnings("unchecked")
  public List<Task> findTasksByQueryCriteria(TaskQueryImpl query) {
    configureQuery(query);
    return getDbEntityManager().selectList(isNarrowed(query) ? "selectOwnTasks" : "selectTaskByQueryCriteria", query);
  }

  @Override
  public long findTaskCountByQueryCriteria(TaskQueryImpl query) {
    configureQuery(query);
    return (Long) getDbEntityManager().selectOne(isNarrowed(query) ? "selectOwnTaskCount" : "selectTaskCountByQueryCriteria", query);
  }

  private static boolean isNarrowed(TaskQueryImpl query) {
    return query.getAuthCheck() instanceof OwnTasks check && check.isAuthorizationCheckEnabled();
  }
}
