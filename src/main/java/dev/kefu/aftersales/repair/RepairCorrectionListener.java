package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.repair.RepairForms.Signature;
import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with a corrected form, in the same transaction. What a table decided, a person confirmed or the customer agreed to stays. */
@Component
@RequiredArgsConstructor
class RepairCorrectionListener {

  private static final Set<String> PROCESSES = Set.of("repair", "repair-dispatch", "repair-diagnosis", "repair-work", "repair-handover");

  private final Repairs repairs;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (!PROCESSES.contains(corrected.processKey())) {
      return;
    }
    if (!"handOver".equals(corrected.root())) {
      throw FactsRefused.actedOn();
    }
    long id = (Long) runtimeService.getVariable(corrected.processInstanceId(), "repairId");
    repairs.get(id).handOver(FormData.read(runtimeService.getVariable(corrected.processInstanceId(), "handOver"), "handOver", Signature.class), null);
  }
}
