package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.complaint.remedy.RemedyItem.Trace;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the shipment of the replacement into the register, or that the customer does not take it. */
@Component
@RequiredArgsConstructor
class NoteReplacementDelegate implements JavaDelegate {

  private final Remedies remedies;

  @Override
  public void execute(DelegateExecution execution) {
    Shipment shipment = FormData.read(execution, "shipment", Shipment.class);
    String by = Performer.of(execution);
    if (shipment.isRefused()) {
      RemedyOrder order = remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.refuse(Branch.EXCHANGE, shipment.refusalReason(), by));
      execution.setVariable("fetchLines", order.fetchLines());
      execution.setVariable("moreToFetch", order.hasGoodsToFetch());
      throw new BpmnError(Answer.REFUSED_BY_CUSTOMER);
    }
    remedies.change((String) execution.getVariable("remedyInstance"), remedy -> remedy.ship(shipment.shippedOn(), new Trace(by, shipment.waybillNo())));
  }

  /**
   * The form complaint-remedy-goods-exchange.
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Shipment(String reply, LocalDate shippedOn, String waybillNo, String refusalReason) implements Answer {
  }
}
