package dev.kefu.survey.plan;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Refuses corrections: needs, proposals and drafts were acted on in the same moment; a plan is returned instead. */
@Component
class SurveyPlanCorrectionListener {

  @EventListener
  void on(CaseCorrected corrected) {
    if (corrected.processKey().startsWith(SurveyPlans.PROCESS)) {
      throw FactsRefused.actedOn();
    }
  }
}
