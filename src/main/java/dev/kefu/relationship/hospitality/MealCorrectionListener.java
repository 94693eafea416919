package dev.kefu.relationship.hospitality;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with corrected words, in the same transaction; refuses a correction that would go round a limit or an audit. */
@Component
@RequiredArgsConstructor
class MealCorrectionListener {

  private static final Set<String> DECIDED = Set.of("booking", "meal", "settlement", "explanation", "payment", "depositClaim", "oralDecision");

  private final Meals meals;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (!corrected.processKey().startsWith(Meals.PROCESS)) {
      return;
    }
    if (DECIDED.contains(corrected.root())) {
      throw new FactsRefused("What was booked, settled or decided of a meal is not corrected; say it in the next step 訂餐、結算及審批不得更正，請於下一步說明");
    }
    if (corrected.root().equals("request")) {
      MealRequest request = FormData.read(runtimeService.getVariable(corrected.processInstanceId(), "request"), "request", MealRequest.class);
      try {
        meals.correct(corrected.processInstanceId(), request);
      } catch (IllegalStateException decided) {
        throw new FactsRefused("An approved request is not corrected 已批準的申請不得更正");
      }
    }
  }
}
