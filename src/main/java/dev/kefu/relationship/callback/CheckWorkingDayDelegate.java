package dev.kefu.relationship.callback;

import dev.kefu.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says whether today is a working day by the enterprise's calendar: a timer knows weekdays, not holidays. */
@Component
@RequiredArgsConstructor
class CheckWorkingDayDelegate implements JavaDelegate {

  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("workingDay", calendar.isWorkingDay(LocalDate.now(clock)));
  }
}
