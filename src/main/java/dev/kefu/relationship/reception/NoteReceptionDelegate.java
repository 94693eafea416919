package dev.kefu.relationship.reception;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import dev.kefu.information.Customers;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings the reception into register and customer master. */
@Component
@RequiredArgsConstructor
class NoteReceptionDelegate implements JavaDelegate {

  private final Receptions receptions;
  private final Customers customers;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Receiving receiving = FormData.read(execution, "receiving", Receiving.class);
    Reception reception = receptions.of(execution.getProcessInstanceId());
    receiving.into(reception, clock.instant(), Performer.of(execution));
    customers.noteContact(reception.getCustomerCode(), reception.getReceivedAt().atZone(clock.getZone()).toLocalDate(), receiving.points());
  }
}
