package dev.kefu.complaint.correction;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Writes acceptance or refusal into the register; a refusal's new date becomes the plan's, by which the deadline of the step goes. */
@Component
@RequiredArgsConstructor
class NoteImprovementAcceptanceDelegate implements JavaDelegate {

  private final CorrectiveActions actions;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    CorrectiveAction action = actions.of(execution.getProcessInstanceId());
    Inspection inspection = FormData.read(execution, "inspection", Inspection.class);
    String by = Performer.of(execution);
    if ("accepted".equals(inspection.acceptance())) {
      action.accept(by, clock.instant());
      execution.setVariable("acceptanceResult", "accepted");
      execution.setVariable("redoNote", "");
      return;
    }
    boolean last = action.refuse(inspection.redoBy(), by, LocalDate.now(clock));
    String newDate = inspection.redoBy().toString();
    execution.setVariable("plan", Spin.JSON(execution.getVariable("plan").toString()).prop("dueOn", newDate));
    execution.setVariable("planDate", newDate);
    execution.setVariable("acceptanceResult", last ? "refusedAgain" : "refused");
    execution.setVariable("redoNote", "Not accepted 驗收不合格 (" + action.getRoundRefusals() + "): " + inspection.finding());
  }

  /**
   * The form complaint-corrective-action-accept.
   *
   * @param finding what was found on the spot
   * @param acceptance {@code accepted} or {@code refused}
   * @param redoBy until when a refused one is done again
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Inspection(String finding, String acceptance, LocalDate redoBy) {
  }
}
