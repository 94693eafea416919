package dev.kefu.relationship.callback;

import dev.kefu.engine.CaseVariables;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the next occasion of the round: each reason that is a fact, then each grade for the regular call-back. */
@Component
class NextOccasionDelegate implements JavaDelegate {

  private static final List<CallbackReason> FACTS = List.of(CallbackReason.FIRST_PURCHASE, CallbackReason.REPAIR, CallbackReason.TECHNICAL,
      CallbackReason.COMPLAINT, CallbackReason.INSTALLATION);
  private static final List<String> GRADES = List.of("A", "B", "C", "D");

  /** Reason and grade; a fact has no grade. */
  private record Step(CallbackReason reason, String grade) {
  }

  private static final List<Step> STEPS = Stream.concat(FACTS.stream().map(reason -> new Step(reason, null)),
      GRADES.stream().map(grade -> new Step(CallbackReason.CYCLE, grade))).toList();

  @Override
  public void execute(DelegateExecution execution) {
    int done = execution.getVariable("occasionsDone") instanceof Integer number ? number : 0;
    execution.setVariable("anotherOccasion", done < STEPS.size());
    if (done < STEPS.size()) {
      execution.setVariable("callbackReason", STEPS.get(done).reason().getCode());
      execution.setVariable(CaseVariables.CUSTOMER_GRADE, STEPS.get(done).grade());
      execution.setVariable("occasionsDone", done + 1);
      execution.setVariable("dueCursor", "");
    }
  }
}
