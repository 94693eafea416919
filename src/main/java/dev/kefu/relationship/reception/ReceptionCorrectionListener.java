package dev.kefu.relationship.reception;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with a corrected reception; a request is returned, not corrected. */
@Component
@RequiredArgsConstructor
class ReceptionCorrectionListener {

  private final Receptions receptions;
  private final RuntimeService runtimeService;
  private final Clock clock;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (!Receptions.PROCESS.equals(corrected.processKey())) {
      return;
    }
    if ("request".equals(corrected.root())) {
      throw new FactsRefused("A request that was checked is returned, not corrected. 已核對的申請應退回，不得更正");
    }
    if ("receiving".equals(corrected.root())) {
      FormData.read(runtimeService.getVariable(corrected.processInstanceId(), "receiving"), "receiving", Receiving.class)
          .into(receptions.of(corrected.processInstanceId()), clock.instant(), null);
    }
  }
}
