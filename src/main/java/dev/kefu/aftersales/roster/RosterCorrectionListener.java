package dev.kefu.aftersales.roster;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Refuses to correct what was held to the limits already: a plan is returned by the approver, a slip is handed in again. */
@Component
class RosterCorrectionListener {

  private static final Set<String> HELD_TO_LIMITS = Set.of("roster", "swap", "absence", "filling", "agreement", "decision");

  @EventListener
  void on(CaseCorrected corrected) {
    if (corrected.processKey().startsWith(Rosters.PROCESS) && HELD_TO_LIMITS.contains(corrected.root())) {
      throw new FactsRefused("A plan or slip that was checked is returned or handed in again, not corrected. 已核對的班次或申請應退回或重新提交，不得更正");
    }
  }
}
