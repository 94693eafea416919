package dev.kefu.relationship.visit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says in words what the table of checks found; a plan with too few hours or without a due customer goes back. */
@Component
@RequiredArgsConstructor
class JudgeVisitProgramDelegate implements JavaDelegate {

  private static final String CHECKS = "visitChecks";

  private final VisitPrograms programs;

  @Override
  public void execute(DelegateExecution execution) {
    VisitProgram program = programs.of(execution.getProcessInstanceId());
    Collection<?> found = (Collection<?>) execution.getVariable(CHECKS);
    // The engine cannot read a list back that is empty, so none is left for a later transaction.
    execution.removeVariable(CHECKS);
    List<String> reasons = new ArrayList<>();
    if (found.contains("hoursShort")) {
      reasons.add("Hours 工時: %s a month are too few 每月計劃工時不足".formatted(program.getMonthlyHours().toPlainString()));
    }
    if (found.contains("frequencyShort")) {
      reasons.add("A-customers who are due and not planned 應列入計劃的 A 級客戶: " + programs.leftOut(program).stream().map(customer -> customer.code() + " " + customer.name())
          .collect(Collectors.joining(", ")));
    }
    execution.setVariable("planSuffices", reasons.isEmpty());
    execution.setVariable("returnNote", String.join("\n\n", reasons));
  }
}
