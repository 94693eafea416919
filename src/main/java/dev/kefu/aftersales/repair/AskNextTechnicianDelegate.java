package dev.kefu.aftersales.repair;

import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that a technician did not answer, and asks the next suitable one of the proposal. */
@Component
@RequiredArgsConstructor
class AskNextTechnicianDelegate implements JavaDelegate {

  private final Repairs repairs;
  private final Dispatching dispatching;

  @Override
  public void execute(DelegateExecution execution) {
    RepairOrder order = repairs.get((Long) execution.getVariable("repairId"));
    order.answer("silent", null, repairs.now());
    Optional<Candidate> next = dispatching.rank(order).stream().filter(Candidate::suitable).filter(candidate -> !order.askedInRound().contains(candidate.person())).findFirst();
    next.ifPresent(candidate -> order.ask(candidate.person(), repairs.now()));
    execution.setVariable("someoneLeft", next.isPresent());
    execution.setVariable("technician", order.getTechnician());
  }
}
