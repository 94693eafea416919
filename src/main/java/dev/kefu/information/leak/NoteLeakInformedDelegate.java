package dev.kefu.information.leak;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes when the general manager's office was told, and whether customers are to be told at once. */
@Component
@RequiredArgsConstructor
class NoteLeakInformedDelegate implements JavaDelegate {

  private final Leaks leaks;

  @Override
  public void execute(DelegateExecution execution) {
    LeakInforming informing = FormData.read(execution, "informing", LeakInforming.class);
    leaks.change(execution.getProcessInstanceId(), leak -> leak.inform(informing, leaks.now()));
    execution.setVariable("harmLikely", informing.isHarmLikely());
    execution.setVariable("customersTold", false);
  }
}
