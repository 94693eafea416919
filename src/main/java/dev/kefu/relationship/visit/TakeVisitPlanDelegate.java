package dev.kefu.relationship.visit;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Hands what the plan of a visit says of its customer to the table of channels. */
@Component
@RequiredArgsConstructor
class TakeVisitPlanDelegate implements JavaDelegate {

  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    PlannedVisit plan = FormData.read(execution, "plan", PlannedVisit.class);
    if (plan.plannedOn().toInstant().isBefore(clock.instant())) {
      throw new FactsRefused("Planned time 計劃時間: lies in the past 不得早於現在");
    }
    execution.setVariable("hardToReach", plan.hardToReach());
    execution.setVariable("otherChannel", plan.channel() == null ? VisitWords.DIRECT : plan.channel());
  }
}
