package dev.kefu.relationship.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the appointment into the register; a day that differs from the plan is a change, which the visitor reports with a reason. */
@Component
@RequiredArgsConstructor
class NoteVisitAppointmentDelegate implements JavaDelegate {

  /** P40: after a cancellation a new date within ten working days. */
  private static final TimeSpan NEW_DATE_WITHIN = TimeSpan.parse("10wd");

  private final Visits visits;
  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Appointment appointment = FormData.read(execution, "appointment", Appointment.class);
    Visit visit = visits.get((Long) execution.getVariable("visitId"));
    boolean agreed = "agreed".equals(appointment.outcome());
    if (agreed) {
      Instant when = appointment.appointedAt().toInstant();
      refuseWrongDay(visit, when);
      visit.appoint(when);
      execution.setVariable("visitAt", Date.from(when));
    }
    execution.setVariable("appointed", agreed);
    execution.setVariable("visitOutcome", agreed ? "open" : "refused");
    execution.setVariable("plannedHours", null);
    execution.setVariable("unplannedACustomers", null);
    execution.setVariable("changedWithoutReport", agreed && !day(visit.getAppointedAt()).equals(day(visit.getPlannedAt()))
        && (appointment.changeReason() == null || appointment.changeReason().isBlank()));
  }

  private void refuseWrongDay(Visit visit, Instant when) {
    if (when.isBefore(clock.instant())) {
      throw new FactsRefused("Date 日期: lies in the past 不得早於現在");
    }
    if (visit.getCancelledAt() != null && when.isAfter(calendar.due(visit.getCancelledAt(), NEW_DATE_WITHIN))) {
      throw new FactsRefused("Date 日期: after a cancellation within 10 working days, by %s 客戶取消後須在十個工作日內另約".formatted(
          VisitWords.shown(calendar.due(visit.getCancelledAt(), NEW_DATE_WITHIN), clock)));
    }
  }

  private LocalDate day(Instant moment) {
    return moment.atZone(clock.getZone()).toLocalDate();
  }

  /**
   * The form customer-visit-appoint.
   *
   * @param outcome agreed or refused
   * @param changeReason why the day differs from the plan; null when not said
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Appointment(String outcome, OffsetDateTime appointedAt, String changeReason) {
  }
}
