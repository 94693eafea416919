package dev.kefu.tasklist.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.junit.jupiter.api.Test;

class PersonalQueryTest {

  private static final Instant EVENING = Instant.parse("2026-11-23T15:30:00Z");

  private final PersonalQuery personalQuery = new PersonalQuery(Clock.fixed(EVENING, ZoneId.of("Asia/Shanghai")));

  @Test
  void todayEndsAtMidnightInShanghaiAndBeginsNow() {
    TaskQueryImpl asked = narrowed(Map.of(FilterProperties.WHOSE, FilterProperties.MINE, FilterProperties.DUE, FilterProperties.TODAY));

    assertThat(asked.getQueries()).extracting(TaskQueryImpl::getDueBefore).contains(Date.from(Instant.parse("2026-11-23T16:00:00Z")));
    assertThat(asked.getQueries()).extracting(TaskQueryImpl::getDueAfter).contains(Date.from(EVENING));
  }

  @Test
  void overdueIsEverythingBeforeNow() {
    TaskQueryImpl asked = narrowed(Map.of(FilterProperties.WHOSE, FilterProperties.MINE, FilterProperties.DUE, FilterProperties.OVERDUE));

    assertThat(asked.getQueries()).extracting(TaskQueryImpl::getDueBefore).contains(Date.from(EVENING));
    assertThat(asked.getAssignee()).isEqualTo("somebody");
  }

  @Test
  void unknownWordLeavesNobodyWithEverything() {
    TaskQueryImpl asked = narrowed(Map.of(FilterProperties.WHOSE, "everybodys"));

    assertThat(asked.getQueries()).extracting(TaskQueryImpl::getAssignee).contains("somebody");
  }

  private TaskQueryImpl narrowed(Map<String, Object> properties) {
    FilterEntity filter = new FilterEntity("Task");
    filter.setQuery(new TaskQueryImpl());
    filter.setProperties(properties);
    TaskQueryImpl asked = new TaskQueryImpl();
    personalQuery.narrow(asked, filter, new Authentication("somebody", List.of()));
    return asked;
  }
}
