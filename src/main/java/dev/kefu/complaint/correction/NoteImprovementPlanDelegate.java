package dev.kefu.complaint.correction;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the plan into the register. */
@Component
@RequiredArgsConstructor
class NoteImprovementPlanDelegate implements JavaDelegate {

  private final CorrectiveActions actions;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Plan plan = FormData.read(execution, "plan", Plan.class);
    actions.of(execution.getProcessInstanceId()).plan(plan, Performer.of(execution), LocalDate.now(clock), clock.instant());
    execution.setVariable("planOwner", plan.planOwner());
    execution.setVariable("planDate", plan.dueOn().toString());
    execution.setVariable("planMeasures", plan.lines());
  }
}
