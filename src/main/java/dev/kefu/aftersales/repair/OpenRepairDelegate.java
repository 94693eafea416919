package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.UnitCard;
import dev.kefu.aftersales.Units;
import dev.kefu.aftersales.repair.RepairOrder.Request;
import dev.kefu.engine.CaseVariables;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Opens the order, looks the unit up, and sets what the caller left out. */
@Component
@RequiredArgsConstructor
class OpenRepairDelegate implements JavaDelegate {

  private final Repairs repairs;
  private final Units units;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.open(request(execution));
    Optional<UnitCard> unit = units.find(order.getProduct(), order.getSerialNumber());
    execution.setVariable("repairId", order.getId());
    execution.setVariable("repairNo", order.getRepairNo());
    execution.setVariable("product", order.getProduct());
    execution.setVariable("serialNumber", order.getSerialNumber());
    execution.setVariable("fault", order.getFault());
    execution.setVariable("serviceKind", order.getServiceKind());
    execution.setVariable("urgency", order.getUrgency());
    execution.setVariable("district", order.getDistrict());
    execution.setVariable("saleDate", text(execution, "saleDate"));
    execution.setVariable("keyAccount", Boolean.TRUE.equals(execution.getVariable("keyAccount")));
    execution.setVariable(CaseVariables.STARTER, execution.getVariable(CaseVariables.STARTER));
    execution.setVariable("productKnown", !order.getProduct().isEmpty());
    execution.setVariable("serialKnown", !order.getSerialNumber().isEmpty());
    execution.setVariable("saleKnown", unit.map(UnitCard::soldOn).isPresent());
    execution.setVariable("unitFacts", unit.map(card -> RepairWords.unit(card, repairs.history(card.id()))).orElse("The register of units does not know it. 產品登記冊無記錄"));
    execution.setVariable("remedies", Spin.JSON(List.of("exchange")));
    execution.setVariable("outcome", "");
    execution.setVariable("repairResult", "");
  }

  private static Request request(DelegateExecution execution) {
    String sold = text(execution, "saleDate");
    String urgency = text(execution, "urgency");
    return new Request(execution.getProcessInstanceId(), execution.getProcessBusinessKey(), (String) execution.getVariable(CaseVariables.CUSTOMER_CODE), text(execution, "product"),
        text(execution, "serialNumber"), sold.isEmpty() ? null : LocalDate.parse(sold), RepairWords.cut(text(execution, "fault")), text(execution, "serviceKind"),
        urgency.isEmpty() ? "normal" : urgency, text(execution, "district"));
  }

  private static String text(DelegateExecution execution, String name) {
    return Objects.toString(execution.getVariable(name), "").strip();
  }
}
