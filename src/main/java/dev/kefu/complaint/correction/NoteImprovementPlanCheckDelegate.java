package dev.kefu.complaint.correction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the decision on the plan into the register; after the third return the general manager checks (C3). */
@Component
@RequiredArgsConstructor
class NoteImprovementPlanCheckDelegate implements JavaDelegate {

  private static final String HIGHER_ROLE = "general-manager";

  private final CorrectiveActions actions;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    CorrectiveAction action = actions.of(execution.getProcessInstanceId());
    Check check = FormData.read(execution, "planCheck", Check.class);
    String by = Performer.of(execution);
    boolean returned = "return".equals(check.decision());
    boolean higher = returned && action.returnPlan(by);
    if (!returned) {
      action.acceptPlan(by, clock.instant());
    }
    execution.setVariable("planDecision", higher ? "higher" : returned ? "returned" : "accepted");
    execution.setVariable("checkerRole", higher ? HIGHER_ROLE : execution.getVariable("checkerRole"));
    execution.setVariable("returnNote", returned ? "Returned 退回 (" + action.getPlanReturns() + "): " + check.reason() : "");
    execution.setVariable("redoNote", "");
  }

  /**
   * The form complaint-corrective-action-check-plan.
   *
   * @param decision {@code accept} or {@code return}
   * @param reason of a return
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Check(String decision, String reason) {
  }
}
