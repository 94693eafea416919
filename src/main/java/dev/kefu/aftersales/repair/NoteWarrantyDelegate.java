package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.technicians.Technicians;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Writes into the register who pays. */
@Component
@RequiredArgsConstructor
class NoteWarrantyDelegate implements JavaDelegate {

  private final Repairs repairs;
  private final Technicians technicians;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    String payer = order.decide((String) execution.getVariable("warrantyResult"), Boolean.TRUE.equals(execution.getVariable("hasContract")));
    Set<String> districts = new TreeSet<>(technicians.districts());
    if (!order.getDistrict().isBlank()) {
      districts.add(order.getDistrict());
    }
    execution.setVariable("payer", payer);
    execution.setVariable("payerName", RepairWords.payer(order));
    execution.setVariable("districtChoices", Spin.JSON(districts.stream().map(district -> Map.of("value", district, "label", district)).toList()));
    execution.setVariable("remedyFacts", RepairWords.exchange(order));
    execution.setVariable("repairResult", "");
    if ("exchange".equals(payer)) {
      execution.setVariable("outcome", "toExchange");
      execution.setVariable("repairResult", RepairWords.exchange(order));
    }
  }
}
