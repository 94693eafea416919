package dev.kefu.complaint.handling;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.complaint.ComplaintGraded;
import dev.kefu.deadline.Deadlines;
import dev.kefu.engine.CaseVariables;
import dev.kefu.organisation.RoleDirectory;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes the grade into the ledger with the times that the table of deadlines promises, and offers the handlers whom the grade allows. */
@Component
@RequiredArgsConstructor
class NoteComplaintGradeDelegate implements JavaDelegate {

  static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private final Complaints complaints;
  private final Deadlines deadlines;
  private final WorkingCalendar calendar;
  private final RoleDirectory roles;
  private final IdentityService identities;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    String severity = (String) execution.getVariable(CaseVariables.SEVERITY);
    complaint.grade(severity, (String) execution.getVariable("department"), due(execution, "answerSince", "complaint-handling-inquiry", "respond", severity),
        due(execution, "solveSince", "complaint-handling-solution", "offer", severity));
    execution.setVariable("severityName", ComplaintWords.SEVERITIES.get(severity));
    execution.setVariable("solveDue", SHOWN.format(complaint.getSolveDue().atZone(clock.getZone())));
    execution.setVariable("handlerChoices", Spin.JSON(choices((String) execution.getVariable("handlerRole"), complaint)));
    execution.setVariable("helpNeed", Spin.JSON(Map.of("customer", execution.getVariable(CaseVariables.CUSTOMER_NAME), "content", complaint.getContent())));
    events.publishEvent(new ComplaintGraded(complaint.getCaseNumber(), complaint.matter(), complaint.getReceivedAt()));
  }

  private Instant due(DelegateExecution execution, String since, String process, String step, String severity) {
    TimeSpan span = deadlines.spanOf(process, step, severity)
        .orElseThrow(() -> new IllegalStateException("The table complaint-deadlines has no time for " + step + " and " + severity + "."));
    return calendar.due(((Date) execution.getVariable(since)).toInstant(), span);
  }

  private List<Map<String, String>> choices(String role, ComplaintCase complaint) {
    return identities.createUserQuery().memberOfGroup(roles.holderOf(role)).orderByUserId().asc().list().stream().filter(user -> !complaint.isComplainedAbout(user.getId()))
        .map(user -> Map.of("value", user.getId(), "label", user.getFirstName() + " " + user.getLastName() + " (" + user.getId() + ")")).toList();
  }
}
