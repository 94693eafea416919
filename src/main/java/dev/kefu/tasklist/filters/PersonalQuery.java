package dev.kefu.tasklist.filters;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Narrows what somebody asks of a stored filter to the tasks that the filter means for this person, now. */
@Component
@RequiredArgsConstructor
class PersonalQuery {

  private final Clock clock;

  /** Adds the filter's conditions to {@code asked}, the query that extends the stored one. */
  void narrow(TaskQueryImpl asked, Filter filter, Authentication person) {
    Map<String, Object> properties = filter.getProperties() == null ? Map.of() : filter.getProperties();
    narrowToPerson(asked, filter, String.valueOf(properties.get(FilterProperties.WHOSE)), person);
    narrowToDeadline(asked, String.valueOf(properties.get(FilterProperties.DUE)));
  }

  private void narrowToPerson(TaskQueryImpl asked, Filter filter, String whose, Authentication person) {
    if (whose.equals(FilterProperties.MINE)) {
      asked.taskAssignee(person.getUserId());
    } else if (whose.equals(FilterProperties.GROUPS)) {
      asked.taskUnassigned().or().taskCandidateUser(person.getUserId()).endOr();
    } else if (!namesPeople(filter.getQuery())) {
      asked.or().taskAssignee(person.getUserId()).taskCandidateUser(person.getUserId()).endOr();
    }
  }

  private boolean namesPeople(TaskQueryImpl stored) {
    return stored.getAssignee() != null || stored.getAssigneeIn() != null || stored.getCandidateUser() != null
        || stored.getCandidateGroups() != null || stored.getInvolvedUser() != null || stored.getOwner() != null;
  }

  private void narrowToDeadline(TaskQueryImpl asked, String due) {
    Date now = Date.from(clock.instant());
    if (due.equals(FilterProperties.OVERDUE)) {
      asked.or().dueBefore(now).endOr();
    } else if (due.equals(FilterProperties.TODAY)) {
      Date midnight = Date.from(LocalDate.now(clock).plusDays(1).atStartOfDay(clock.getZone()).toInstant());
      asked.or().dueBefore(midnight).endOr().or().dueAfter(now).endOr();
    }
  }
}
