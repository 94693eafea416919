package dev.kefu.information.leak;

import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes the day on which the customers were told. */
@Component
@RequiredArgsConstructor
class NoteCustomersToldDelegate implements JavaDelegate {

  private final Leaks leaks;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    LeakTelling telling = FormData.read(execution, "telling", LeakTelling.class);
    leaks.change(execution.getProcessInstanceId(), leak -> leak.tell(telling.toldOn(), LocalDate.now(clock), clock.getZone()));
    execution.setVariable("customersTold", true);
  }
}
