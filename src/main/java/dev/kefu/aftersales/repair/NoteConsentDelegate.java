package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Consent;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the customer's answer into the register. */
@Component
@RequiredArgsConstructor
class NoteConsentDelegate implements JavaDelegate {

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    Consent consent = FormData.read(execution, "consent", Consent.class);
    boolean yes = "yes".equals(consent.answer());
    order.consent(yes, consent.givenBy(), repairs.now());
    execution.setVariable("consented", yes);
    execution.setVariable("workStart", yes ? execution.getVariable("workStart") : "declined");
  }
}
