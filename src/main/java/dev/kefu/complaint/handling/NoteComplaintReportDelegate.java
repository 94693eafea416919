package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.organisation.RoleDirectory;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the report into the ledger and finds who reviews it: the superior post when the manager wrote it (C6). */
@Component
@RequiredArgsConstructor
class NoteComplaintReportDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final RoleDirectory roles;
  private final IdentityService identities;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Report report = FormData.read(execution, "report", Report.class);
    var person = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    String reporter = person == null ? (String) execution.getVariable("handler") : person.getUserId();
    complaint.report(reporter, report, clock.instant());
    String reviewer = complaint.getSeverity() == null || "ordinary".equals(complaint.getSeverity()) ? "complaint-supervisor" : "customer-service-manager";
    boolean holdsPost = identities.createUserQuery().userId(reporter).memberOfGroup(roles.holderOf(reviewer)).count() > 0;
    execution.setVariable("reporter", reporter);
    execution.setVariable("reviewerRole", holdsPost ? roles.superiorsOf(reviewer).stream().findFirst().orElse(reviewer) : reviewer);
  }

  /**
   * The form complaint-handling-closing-report.
   *
   * @param lossAmount yuan
   * @param customerOpinion {@code accepted}, {@code conditional} or {@code refused}
   * @param responsibility shares of departments and persons, absent when there is nothing to answer for
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Report(BigDecimal lossAmount, String customerOpinion, List<Share> responsibility) {
  }

  /**
   * A row of the report or of the investigation.
   *
   * @param department code
   * @param person null when the department as such answers for it
   * @param share per cent
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Share(String department, String person, BigDecimal share) {
  }
}
