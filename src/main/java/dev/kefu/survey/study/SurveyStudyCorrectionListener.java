package dev.kefu.survey.study;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with a corrected report; what others went on from is refused: it is returned, or settled in the next step. */
@Component
@RequiredArgsConstructor
class SurveyStudyCorrectionListener {

  private static final Set<String> ACTED_ON = Set.of("purpose", "settlement", "content", "plan", "amendment", "questionnaire", "pretest", "collection", "tidying", "analysis", "review", "goingOn");

  private final Surveys surveys;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (!corrected.processKey().equals(Surveys.PROCESS) && !corrected.processKey().startsWith(Surveys.PROCESS + "-")) {
      return;
    }
    if (ACTED_ON.contains(corrected.root())) {
      throw FactsRefused.actedOn();
    }
    if ("report".equals(corrected.root())) {
      ReportForm form = FormData.read(runtimeService.getVariable(corrected.processInstanceId(), corrected.root()), corrected.root(), ReportForm.class).checked();
      form.into(surveys.get((Long) runtimeService.getVariable(corrected.processInstanceId(), "surveyId")));
      runtimeService.setVariable(corrected.processInstanceId(), "reportFacts", form.facts());
    }
  }
}
