package dev.kefu.aftersales.service;

import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Says what complaint-remedy is to carry out after the table return-exchange: an exchange, or a refund of the price paid. */
@Component
class NoteReturnCheckDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    String way = (String) execution.getVariable("returnWay");
    boolean refund = "refund".equals(way);
    execution.setVariable("remedies", Spin.JSON(List.of(refund ? "return" : "exchange")));
    execution.setVariable("remedyAmount", refund ? execution.getVariable("pricePaid") : "0");
    execution.setVariable("remedySeverity", "ordinary");
    execution.setVariable("remedyFacts", execution.getVariable("serviceFacts") + "\n\nAllowed 准予: " + (refund ? "refund 退款" : "exchange 換貨") + ". " + execution.getVariable("returnGround"));
  }
}
