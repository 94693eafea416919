package dev.kefu.survey.agency;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Brief, offers, marks, payments and results are acted on at once, by mail, table or payment: none of them is corrected behind the others' backs. */
@Component
class CommissionCorrectionListener {

  private static final Set<String> PROCESSES = Set.of(Commissions.PROCESS, Commissions.WORK);

  @EventListener
  void on(CaseCorrected corrected) {
    if (PROCESSES.contains(corrected.processKey())) {
      throw FactsRefused.actedOn();
    }
  }
}
