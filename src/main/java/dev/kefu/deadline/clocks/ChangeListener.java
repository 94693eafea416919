package dev.kefu.deadline.clocks;

import dev.kefu.calendar.CalendarChanged;
import dev.kefu.engine.CaseVariables;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Sees what moves deadlines: the calendar, a grade, a date that a deadline counts from. */
@Component
@RequiredArgsConstructor
class ChangeListener {

  private static final Set<String> GRADES = Set.of(CaseVariables.SEVERITY, CaseVariables.CUSTOMER_GRADE);
  private static final String FORM_DATA = "json";
  private static final String MOMENT = "date";

  private final ClockTables tables;
  private final ClockKeeper keeper;

  /** The next sweep reckons: a calendar change would otherwise wait for every open task. */
  @EventListener
  void on(CalendarChanged changed) {
    tables.allStale();
  }

  /** A grade, a form or a moment of a case was set. */
  @EventListener
  void on(HistoricVariableUpdateEventEntity change) {
    boolean isGrade = GRADES.contains(change.getVariableName());
    if (!isGrade && !FORM_DATA.equals(change.getSerializerName()) && !MOMENT.equals(change.getSerializerName())) {
      return;
    }
    CommandContext context = Context.getCommandContext();
    ExecutionEntity instance = context == null || change.getProcessInstanceId() == null ? null : context.getExecutionManager().findExecutionById(change.getProcessInstanceId());
    if (instance == null) {
      return;
    }
    String date = "date:" + change.getVariableName() + ".";
    String since = "since:" + change.getVariableName();
    tables.openOfCase(ClockKeeper.caseNumber(instance)).stream().filter(clock -> clock.processInstanceId().equals(change.getProcessInstanceId()))
        .filter(clock -> isGrade || clock.anchor().startsWith(date) || clock.anchor().equals(since)).forEach(keeper::reckon);
  }
}
