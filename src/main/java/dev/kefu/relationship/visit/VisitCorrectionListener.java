package dev.kefu.relationship.visit;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with a corrected visit or record; what follows from the first record was started already. */
@Component
@RequiredArgsConstructor
class VisitCorrectionListener {

  private final Visits visits;
  private final RuntimeService runtimeService;
  private final Clock clock;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (corrected.processKey().equals(VisitPrograms.PROCESS) && "program".equals(corrected.root()) || corrected.processKey().equals(Visits.PROCESS) && "plan".equals(corrected.root())) {
      throw new FactsRefused("A plan that was checked is returned, or the visit is moved, not corrected. 已核對的計劃應退回或改期，不得更正");
    }
    if (corrected.processKey().equals(Visits.PROCESS)) {
      visits.of(corrected.processInstanceId()).ifPresent(visit -> follow(visit, corrected));
    }
  }

  private void follow(Visit visit, CaseCorrected corrected) {
    Object form = runtimeService.getVariable(corrected.processInstanceId(), corrected.root());
    if ("visiting".equals(corrected.root())) {
      FormData.read(form, corrected.root(), Visiting.class).into(visit, clock.instant(), false);
    } else if ("record".equals(corrected.root())) {
      VisitRecord record = FormData.read(form, corrected.root(), VisitRecord.class);
      visit.record(record.findings(), record.points(), record.trainingHours());
    }
  }
}
