package dev.kefu.aftersales.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the decision into the register; a swap that breaks a limit by now is refused with names and dates. */
@Component
@RequiredArgsConstructor
class NoteSwapDecisionDelegate implements JavaDelegate {

  private final Rosters rosters;
  private final StaffChoices staff;
  private final ShiftHours hours;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Decision decision = FormData.read(execution, "decision", Decision.class);
    RosterChange swap = rosters.change((Long) execution.getVariable("swapId"));
    boolean approves = "approve".equals(decision.decision());
    if (approves) {
      List<PlannedShift> after = rosters.afterSwap(rosters.get(swap.getRosterId()), swap);
      new RosterRules(hours, RosterLimits.of(execution.getVariable("rosterLimits")), staff::name).hold(after, Rosters.swapped(after, swap));
    }
    swap.decide(approves, decision.reason(), Performer.of(execution), clock.instant());
    execution.setVariable("swapApproved", approves);
  }

  /**
   * The form service-roster-swap-swap-ok.
   *
   * @param decision {@code approve} or {@code refuse}
   * @param reason null when it is approved
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Decision(String decision, String reason) {
  }
}
