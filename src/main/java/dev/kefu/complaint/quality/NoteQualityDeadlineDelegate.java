package dev.kefu.complaint.quality;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reckons the last day of the whole case from the receipt of the complaint. */
@Component
@RequiredArgsConstructor
class NoteQualityDeadlineDelegate implements JavaDelegate {

  private final QualityCases register;
  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    QualityCase quality = register.get((Long) execution.getVariable("qualityId"));
    Instant due = calendar.due(quality.getReceivedAt(), TimeSpan.parse((String) execution.getVariable("wholeCase")));
    quality.dueBy(due);
    execution.setVariable("lastDay", Date.from(due));
    execution.setVariable("lastDayText", due.atZone(clock.getZone()).toLocalDate().toString());
  }
}
