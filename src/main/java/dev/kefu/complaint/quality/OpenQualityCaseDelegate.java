package dev.kefu.complaint.quality;

import dev.kefu.complaint.quality.QualityCase.Origin;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.Date;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the register of quality complaints with what was checked, and sets what the tables ask for. */
@Component
@RequiredArgsConstructor
class OpenQualityCaseDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    OrderCheck check = FormData.read(execution, "orderCheck", OrderCheck.class);
    Origin origin = new Origin(execution.getProcessInstanceId(), execution.getProcessBusinessKey(), (Long) execution.getVariable("complaintId"),
        (String) execution.getVariable(CaseVariables.CUSTOMER_CODE), ((Date) execution.getVariable("receivedAt")).toInstant());
    QualityCase quality = register.open(origin, check, Performer.of(execution));
    execution.setVariable("qualityId", quality.getId());
    execution.setVariable("market", check.market());
    execution.setVariable("pretext", check.pretext());
    execution.setVariable("damagesClaimed", check.damagesClaimed());
    execution.setVariable("overdue", false);
    execution.setVariable("productName", Objects.requireNonNullElse(quality.getProduct(), ""));
    execution.setVariable("quantityFacts", goods(quality));
  }

  private static String goods(QualityCase quality) {
    return Stream.of(fact("Order 訂單", quality.getOrderNo()), fact("Batch 批號", quality.getBatchNo()),
            fact("Quantity 數量", quality.getQuantity() == null ? null : quality.getQuantity().stripTrailingZeros().toPlainString()), fact("Shipped 交運", quality.getShippedOn()))
        .filter(Objects::nonNull).collect(Collectors.joining(" · "));
  }

  private static String fact(String name, Object value) {
    return value == null ? null : name + ": " + value;
  }
}
