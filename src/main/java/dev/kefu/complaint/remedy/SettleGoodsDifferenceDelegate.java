package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register what the handler and the customer agreed on a difference. */
@Component
@RequiredArgsConstructor
class SettleGoodsDifferenceDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    Settlement settlement = FormData.read(execution, "settlement", Settlement.class);
    String by = Performer.of(execution);
    if ("refused".equals(settlement.way())) {
      remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.refuseGoods(settlement.agreement(), by));
      throw new BpmnError(Answer.REFUSED_BY_CUSTOMER);
    }
    boolean fetchRest = "fetchRest".equals(settlement.way());
    if (!fetchRest) {
      remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.settle(settlement.agreement(), remedies.today(), by));
    }
    execution.setVariable("fetchRest", fetchRest);
    execution.setVariable("agreement", settlement.agreement());
  }

  /**
   * The form complaint-remedy-goods-settle-difference.
   *
   * @param way {@code asReceived}, {@code fetchRest} or {@code refused}
   * @param agreement what was agreed, or why not
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Settlement(String way, String agreement) {
  }
}
