package dev.kefu.survey.interviewer;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A need is returned, and what follows has been acted on at once: nothing is corrected behind the others' backs. */
@Component
class RecruitmentCorrectionListener {

  private static final Set<String> PROCESSES = Set.of(Recruitments.PROCESS, Recruitments.SETTLEMENT);

  @EventListener
  void on(CaseCorrected corrected) {
    if (PROCESSES.contains(corrected.processKey())) {
      throw FactsRefused.actedOn();
    }
  }
}
