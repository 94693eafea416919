package dev.kefu.complaint.handling;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the complaint in the ledger and says what the look-up and the tables need. */
@Component
@RequiredArgsConstructor
class OpenComplaintDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Reception reception = FormData.read(execution, "reception", Reception.class);
    String receiver = (String) execution.getVariable(CaseVariables.STARTER);
    ComplaintCase complaint = complaints.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), receiver, reception);
    Date received = Date.from(complaint.getReceivedAt().isBefore(clock.instant()) ? complaint.getReceivedAt() : clock.instant());
    execution.setVariable("complaintId", complaint.getId());
    execution.setVariable("complaintReceiver", receiver);
    execution.setVariable("named", !reception.anonymous());
    execution.setVariable("customerQuery", reception.anonymous() ? "" : reception.customer());
    execution.setVariable(CaseVariables.CUSTOMER_CODE, null);
    execution.setVariable(CaseVariables.CUSTOMER_NAME, reception.anonymous() ? "Anonymous 匿名" : reception.customer());
    execution.setVariable(CaseVariables.CUSTOMER_GRADE, null);
    execution.setVariable("keyAccount", false);
    execution.setVariable("customerOwner", null);
    execution.setVariable("courtThreat", reception.courtThreat());
    execution.setVariable("answerSince", received);
    execution.setVariable("solveSince", received);
    execution.setVariable("personsComplainedAbout", "");
    execution.setVariable("complaintFacts", ComplaintFacts.of(reception));
    execution.setVariable("earlierCaseNote", complaint.getReopens() == null ? "" : "Takes up again 重新受理: " + complaint.getReopens() + " — " + complaints.byNumber(complaint.getReopens()).getContent());
  }
}
