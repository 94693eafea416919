package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.deadline.Deadlines;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.notification.CustomerNotices;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the new date, moves the deadline of the offer to it and has the customer told. */
@Component
@RequiredArgsConstructor
class AnnounceDelayDelegate implements JavaDelegate {

  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  private final Complaints complaints;
  private final CustomerNotices notices;
  private final Deadlines deadlines;
  private final WorkingCalendar calendar;
  private final RuntimeService runtime;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Extension extension = FormData.read(execution, "extension", Extension.class);
    if (!complaint.awaitsSolution()) {
      throw new FactsRefused("A new date is promised once the complaint is graded and before it is solved. 定級之後、解決之前方可告知新的日期");
    }
    TimeSpan span = deadlines.spanOf("complaint-handling-solution", "offer", (String) execution.getVariable(CaseVariables.SEVERITY)).orElseThrow();
    Instant newDue = extension.newDueDate().atTime(END_OF_DAY).atZone(clock.getZone()).toInstant();
    complaint.promise(extension.newDueDate(), extension.extensionReason(), newDue, clock.instant());
    Date since = Date.from(calendar.due(newDue, new TimeSpan(-span.amount(), span.unit())));
    runtime.createProcessInstanceQuery().processInstanceBusinessKey(execution.getProcessBusinessKey()).list().forEach(instance ->
        runtime.setVariables(instance.getId(), Map.of("solveSince", since, "solveDue", NoteComplaintGradeDelegate.SHOWN.format(newDue.atZone(clock.getZone())))));
    notices.delayed(execution.getProcessInstanceId(), extension.newDueDate());
  }

  /**
   * The form complaint-handling-extend.
   *
   * @param extensionReason why it takes longer
   * @param newDueDate until when it will be done
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Extension(String extensionReason, LocalDate newDueDate) {
  }
}
