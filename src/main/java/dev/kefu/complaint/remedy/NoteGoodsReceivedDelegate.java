package dev.kefu.complaint.remedy;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what the warehouse counted and inspected into the register and says whether it differs from the slip. */
@Component
@RequiredArgsConstructor
class NoteGoodsReceivedDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    PickUp pickUp = FormData.read(execution, "pickUp", PickUp.class);
    String by = Performer.of(execution);
    if (pickUp.isRefused()) {
      remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.refuseGoods(pickUp.refusalReason(), by));
      throw new BpmnError(Answer.REFUSED_BY_CUSTOMER);
    }
    RemedyOrder order = remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.receive(pickUp, by));
    execution.setVariable("goodsDiffer", order.differs());
    execution.setVariable("goodsDifference", order.difference());
    execution.setVariable("fetchLines", order.fetchLines());
    execution.setVariable("receivedLines", order.receivedLines());
    execution.setVariable("refundable", order.refundable().toPlainString());
  }
}
