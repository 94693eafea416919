package dev.kefu.complaint.handling;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the registration into the ledger. */
@Component
@RequiredArgsConstructor
class NoteComplaintRegistrationDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Registration registration = FormData.read(execution, "registration", Registration.class);
    complaint.register(registration, (String) execution.getVariable(CaseVariables.CUSTOMER_CODE), clock.instant());
    execution.setVariable("personsComplainedAbout", String.join(",", registration.personsComplainedAbout()));
    execution.setVariable("complaintFacts", ComplaintFacts.of(FormData.read(execution, "reception", Reception.class), registration));
  }
}
