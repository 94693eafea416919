package dev.kefu.tasklist.filters;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.tasklist.TrialCases;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuIT
class PersonalFiltersIT {

  private static final String ME = "relationship-specialist";
  private static final String COLLEAGUE = "relationship-specialist-2";
  private static final String STRANGER = "survey-specialist";

  @Autowired private ProcessEngine engine;
  @Autowired private TaskService taskService;
  @Autowired private FilterService filterService;
  @Autowired private Clock clock;

  private TrialCases cases;

  @BeforeEach
  void deploy() {
    cases = new TrialCases(engine);
    cases.deploy();
  }

  @Test
  void myTasksAreThoseAssignedToMe() {
    Task mine = cases.startedBy(ME, Map.of());
    Task unclaimed = cases.waitingForAnswer(Map.of());

    assertThat(shown("My tasks 我的任務", ME)).contains(mine.getId()).doesNotContain(unclaimed.getId());
    assertThat(shown("My tasks 我的任務", COLLEAGUE)).doesNotContain(mine.getId(), unclaimed.getId());
  }

  @Test
  void myGroupsTasksAreThoseThatNobodyHasYet() {
    Task unclaimed = cases.waitingForAnswer(Map.of());
    Task claimed = cases.waitingForAnswer(Map.of());
    taskService.setAssignee(claimed.getId(), COLLEAGUE);

    assertThat(shown("My group's tasks 本組任務", ME)).contains(unclaimed.getId()).doesNotContain(claimed.getId());
    assertThat(shown("My group's tasks 本組任務", COLLEAGUE)).contains(unclaimed.getId());
    assertThat(shown("My group's tasks 本組任務", STRANGER)).doesNotContain(unclaimed.getId(), claimed.getId());
  }

  @Test
  void overdueTasksAreMineAndMyGroups() {
    Task unclaimed = dueIn(Duration.ofDays(-1), cases.waitingForAnswer(Map.of()));
    Task mine = dueIn(Duration.ofMinutes(-1), cases.startedBy(ME, Map.of()));
    Task later = dueIn(Duration.ofDays(3), cases.startedBy(ME, Map.of()));

    assertThat(shown("Overdue 已逾期", ME)).contains(unclaimed.getId(), mine.getId()).doesNotContain(later.getId());
    assertThat(shown("Overdue 已逾期", COLLEAGUE)).contains(unclaimed.getId()).doesNotContain(mine.getId());
    assertThat(shown("Due today 今日到期", ME)).doesNotContain(unclaimed.getId(), mine.getId(), later.getId());
  }

  @Test
  void filterThatNamesNobodyShowsMineAndMyGroups() {
    var everything = filterService.saveFilter(filterService.newTaskFilter("Everything").setQuery(taskService.createTaskQuery()));
    Task mine = cases.startedBy(ME, Map.of());
    Task foreign = cases.startedBy("call-center-agent", Map.of());
    try {
      // The administrator may read every task: what is missing was left out by the filter, not by the rights.
      assertThat(idsFor("admin", everything.getId())).doesNotContain(mine.getId(), foreign.getId());
      assertThat(cases.as("admin", () -> taskService.createTaskQuery().taskId(mine.getId()).count())).isOne();
    } finally {
      filterService.deleteFilter(everything.getId());
    }
  }

  @Test
  void sectionShowsClaimedTasksToo() {
    Task claimed = cases.waitingForAnswer(Map.of());
    taskService.setAssignee(claimed.getId(), ME);
    var section = filterService.saveFilter(filterService.newTaskFilter("Section").setProperties(Map.of(FilterProperties.WHOSE, FilterProperties.SECTION))
        .setQuery(taskService.createTaskQuery().taskCandidateGroupIn(List.of("relationship-specialist")).includeAssignedTasks()));
    try {
      assertThat(idsFor("admin", section.getId())).contains(claimed.getId());
    } finally {
      filterService.deleteFilter(section.getId());
    }
  }

  @Test
  void searchingInsideAFilterNarrowsItFurther() {
    Task one = cases.startedBy(ME, Map.of());
    Task other = cases.startedBy(ME, Map.of());
    String filter = named("My tasks 我的任務");

    var found = cases.as(ME, () -> filterService.<Task, TaskQuery>listPage(filter,
        taskService.createTaskQuery().processInstanceId(one.getProcessInstanceId()), 0, 100)).stream().map(Task::getId).toList();

    assertThat(found).contains(one.getId()).doesNotContain(other.getId());
  }

  private Task dueIn(Duration duration, Task task) {
    task.setDueDate(Date.from(clock.instant().plus(duration)));
    taskService.saveTask(task);
    return task;
  }

  private String named(String filterName) {
    return filterService.createFilterQuery().filterName(filterName).singleResult().getId();
  }

  private List<String> shown(String filterName, String userId) {
    return idsFor(userId, named(filterName));
  }

  private List<String> idsFor(String userId, String filterId) {
    List<String> ids = cases.as(userId, () -> filterService.<Task>listPage(filterId, 0, 2000).stream().map(Task::getId).toList());
    assertThat(cases.as(userId, () -> filterService.count(filterId))).isEqualTo(ids.size());
    return ids;
  }
}
