package dev.kefu.survey.credit;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What tables and register have taken from a form is sent back, not corrected: the rating would not follow. */
@Component
class CreditCorrectionListener {

  private static final Set<String> RATED = Set.of("request", "survey", "evaluation", "opinion", "financeOpinion");

  @EventListener
  void on(CaseCorrected corrected) {
    if (CreditSurveys.PROCESS.equals(corrected.processKey()) && RATED.contains(corrected.root())) {
      throw FactsRefused.actedOn();
    }
  }
}
