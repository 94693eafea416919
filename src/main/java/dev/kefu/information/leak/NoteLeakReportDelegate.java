package dev.kefu.information.leak;

import dev.kefu.engine.FormData;
import java.time.Instant;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters a leak into the register; its deadlines count from the report. */
@Component
@RequiredArgsConstructor
class NoteLeakReportDelegate implements JavaDelegate {

  private final Leaks leaks;

  @Override
  public void execute(DelegateExecution execution) {
    Instant reported = leaks.report(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), (String) execution.getVariable("complaintNumber"),
        FormData.read(execution, "incident", LeakReport.class));
    execution.setVariable("leakReportedAt", Date.from(reported));
  }
}
