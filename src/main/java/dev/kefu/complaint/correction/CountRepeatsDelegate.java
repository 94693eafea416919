package dev.kefu.complaint.correction;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts the same complaints since the acceptance; an order that is given again is asked for its text only. */
@Component
@RequiredArgsConstructor
class CountRepeatsDelegate implements JavaDelegate {

  private final CorrectiveActions actions;

  @Override
  public void execute(DelegateExecution execution) {
    List<String> complaints = actions.endWatch(actions.of(execution.getProcessInstanceId()));
    execution.setVariable("repeated", !complaints.isEmpty());
    execution.setVariable("repeatNote", complaints.isEmpty() ? "" : note(complaints));
    execution.setVariable("asksDepartment", false);
    execution.setVariable("asksKind", false);
    execution.setVariable("asksProduct", false);
  }

  /** The first complaints by number; the register has all. */
  private static String note(List<String> complaints) {
    int shown = Math.min(complaints.size(), 20);
    return "The same complaint came again after the acceptance, " + complaints.size() + " times 驗收後再次投訴 " + complaints.size() + " 次: "
        + String.join(", ", complaints.subList(0, shown)) + (shown < complaints.size() ? ", …" : "");
  }
}
