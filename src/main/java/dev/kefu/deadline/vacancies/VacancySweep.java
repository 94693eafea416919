package dev.kefu.deadline.vacancies;

import dev.kefu.deadline.vacancies.VacancyTables.StandIn;
import dev.kefu.organisation.Posts;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.persistence.entity.IdentityLinkEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.NativeTaskQuery;
import org.camunda.bpm.engine.task.Task;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Compares open tasks with who holds which post: a directory changes without telling, and a node may stop between a change and its consequences.
 * Every node does it, each task in a transaction of its own.
 */
@Slf4j
@Component
class VacancySweep {

  private final VacancyTables tables;
  private final StandIns standIns;
  private final VacancyAlarm alarm;
  private final Posts posts;
  private final RoleDirectory roles;
  private final ProcessEngineConfigurationImpl engine;
  private final TransactionTemplate transactions;
  private volatile Map<String, Long> vacant = Map.of();

  VacancySweep(VacancyTables tables, StandIns standIns, VacancyAlarm alarm, Posts posts, RoleDirectory roles, ProcessEngineConfigurationImpl engine,
               PlatformTransactionManager transactionManager) {
    this.tables = tables;
    this.standIns = standIns;
    this.alarm = alarm;
    this.posts = posts;
    this.roles = roles;
    this.engine = engine;
    // After a commit the old transaction still seems to be there: it would swallow what is written.
    this.transactions = new TransactionTemplate(transactionManager);
    this.transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** Vacant posts that have open tasks, with their number; as of the last sweep of this node. */
  Map<String, Long> vacant() {
    return vacant;
  }

  @Scheduled(fixedDelayString = "${kefu.deadline.sweep-every:PT1M}")
  void sweep() {
    inEngine(this::tasksToSee).forEach(this::see);
    Map<String, Long> counts = inEngine(this::openTasks);
    vacant = counts;
    counts.keySet().forEach(post -> inEngine(() -> {
      alarm.raise(post, standInOf(post));
      return post;
    }));
  }

  private Set<String> tasksToSee() {
    Set<String> taskIds = new LinkedHashSet<>();
    vacantPosts().forEach(post -> taskIds.addAll(without(new StandIn(post, standInOf(post)))));
    tables.standIns().stream().filter(known -> !posts.isVacant(known.post()) || !standInOf(known.post()).equals(known.group()))
        .forEach(known -> taskIds.addAll(tables.tasksOf(known)));
    return taskIds;
  }

  private Map<String, Long> openTasks() {
    Map<String, Long> counts = new TreeMap<>();
    vacantPosts().forEach(post -> counts.put(post, openTasks(post)));
    counts.values().removeIf(open -> open == 0);
    return Map.copyOf(counts);
  }

  private Stream<String> vacantPosts() {
    return roles.all().stream().map(Role::id).filter(id -> roles.holderOf(id).equals(id)).filter(posts::isVacant);
  }

  private void see(String taskId) {
    try {
      inEngine(() -> {
        TaskEntity task = Context.getCommandContext().getTaskManager().findTaskById(taskId);
        if (task == null) {
          tables.deleteTask(taskId);
        } else {
          standIns.see(task);
        }
        return true;
      });
    } catch (RuntimeException e) {
      // One task must not stop the others; the next sweep tries again.
      log.error("Task {} of a vacant post could not be seen to; the next sweep tries again", taskId, e);
    }
  }

  private String standInOf(String post) {
    return posts.workingGroupOf(post).orElse(StandIns.NOBODY);
  }

  private long openTasks(String post) {
    return engine.getTaskService().createTaskQuery().taskCandidateGroup(post).includeAssignedTasks().count();
  }

  /** Tasks of a vacant post that its stand-in does not have. */
  private Set<String> without(StandIn standIn) {
    Set<String> taskIds = new LinkedHashSet<>();
    candidates("select T.* from %s T where exists (%s #{post}) and not exists (%s #{standIn})").parameter("post", standIn.post())
        .parameter("standIn", standIn.group()).list().forEach(task -> taskIds.add(task.getId()));
    if (standIn.group().equals(StandIns.NOBODY)) {
      taskIds.removeAll(tables.tasksOf(standIn));
    }
    return taskIds;
  }

  private NativeTaskQuery candidates(String sql) {
    String links = "select 1 from " + engine.getManagementService().getTableName(IdentityLinkEntity.class)
        + " L where L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate' and L.GROUP_ID_ =";
    return engine.getTaskService().createNativeTaskQuery().sql(sql.formatted(engine.getManagementService().getTableName(Task.class), links, links));
  }

  private <T> T inEngine(Supplier<T> work) {
    Command<T> command = context -> context.runWithoutAuthorization(work::get);
    return transactions.execute(status -> engine.getCommandExecutorTxRequired().execute(command));
  }
}
