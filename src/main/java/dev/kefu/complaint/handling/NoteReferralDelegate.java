package dev.kefu.complaint.handling;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps where the matter goes. */
@Component
@RequiredArgsConstructor
class NoteReferralDelegate implements JavaDelegate {

  private final Complaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    Referral referral = FormData.read(execution, "referral", Referral.class);
    complaint.decideEscalation(referral.way() + ": " + referral.body() + ". " + referral.reason());
  }

  /**
   * The form complaint-handling-escalation-refer.
   *
   * @param way {@code mediation} or {@code court}
   * @param body who decides
   * @param reason why
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Referral(String way, String body, String reason) {
  }
}
