package dev.kefu.information.leak;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes loss and customers concerned into the register. */
@Component
@RequiredArgsConstructor
class NoteLeakInquiryDelegate implements JavaDelegate {

  private final Leaks leaks;

  @Override
  public void execute(DelegateExecution execution) {
    LeakFinding finding = FormData.read(execution, "finding", LeakFinding.class);
    leaks.change(execution.getProcessInstanceId(), leak -> leak.investigate(finding));
  }
}
