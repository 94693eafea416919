package dev.kefu.relationship.visit;

import dev.kefu.engine.FormData;
import dev.kefu.information.Customers;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings the record into register and customer master, and its findings before the table of follow-ups. */
@Component
@RequiredArgsConstructor
class NoteVisitRecordDelegate implements JavaDelegate {

  private final Visits visits;
  private final Customers customers;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    VisitRecord record = FormData.read(execution, "record", VisitRecord.class);
    Visit visit = visits.get((Long) execution.getVariable("visitId"));
    Findings findings = record.findings();
    visit.record(findings, record.points(), record.trainingHours());
    customers.noteContact(visit.getCustomerCode(), visit.getActualTo().atZone(clock.getZone()).toLocalDate(), record.points());
    execution.setVariables(Map.of("disputeNamed", findings.disputeNamed(), "idea", findings.idea(), "fault", findings.fault(), "creditChange", findings.creditChange(),
        "prospectNamed", findings.prospectNamed(), "competitorNews", findings.competitorNews(), "contactChanged", findings.contactChanged()));
    execution.setVariable("collectInformation", visit.isToCollectInformation());
    execution.setVariables(Map.of("visitFindings", record.facts(visit.getCaseNumber()), "hasExpenses", record.expenses(), "visitOutcome", "completed", "claimCategory", "travel"));
  }
}
