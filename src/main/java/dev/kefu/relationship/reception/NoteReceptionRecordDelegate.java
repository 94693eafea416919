package dev.kefu.relationship.reception;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what the reception cost into the register; less than was paid it cannot have cost. */
@Component
@RequiredArgsConstructor
class NoteReceptionRecordDelegate implements JavaDelegate {

  private final Receptions receptions;

  @Override
  public void execute(DelegateExecution execution) {
    Following following = FormData.read(execution, "following", Following.class);
    BigDecimal paid = execution.getVariable("receptionPaid") == null ? BigDecimal.ZERO : new BigDecimal(execution.getVariable("receptionPaid").toString());
    if (following.actualCost().compareTo(paid) < 0) {
      throw new FactsRefused("Actual cost 實際費用: %s were paid already 不得少於已付金額".formatted(paid.toPlainString()));
    }
    receptions.of(execution.getProcessInstanceId()).record(following.actualCost(), paid);
  }

  /**
   * The form customer-reception-record.
   *
   * @param actualCost in yuan, the meal included
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Following(BigDecimal actualCost) {
  }
}
