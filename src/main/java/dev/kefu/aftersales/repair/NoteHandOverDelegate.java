package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Signature;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Duration;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the customer's signature into the register. */
@Component
@RequiredArgsConstructor
class NoteHandOverDelegate implements JavaDelegate {

  /** A form offers quarters of an hour. */
  private static final Duration SLACK = Duration.ofMinutes(15);

  private final Repairs repairs;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    Signature signature = FormData.read(execution, "handOver", Signature.class);
    if (signature.signedAt().toInstant().isAfter(repairs.now().plus(SLACK))) {
      throw new FactsRefused("Signed at 簽字時間: it is in the future 時間在未來");
    }
    order.handOver(signature, Performer.of(execution));
  }
}
