package dev.kefu.survey.profile;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with corrected answers; what was reviewed or is being asked already is not corrected. */
@Component
@RequiredArgsConstructor
class InformationCorrectionListener {

  private final InformationSurveys surveys;
  private final RuntimeService runtimeService;
  private final Clock clock;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (InformationSurveys.PROCESS.equals(corrected.processKey())) {
      surveys.of(corrected.processInstanceId()).ifPresent(survey -> follow(survey, corrected));
    }
  }

  private void follow(InformationSurvey survey, CaseCorrected corrected) {
    if (!"answers".equals(corrected.root()) || survey.getStatus() != InformationSurvey.Status.ANSWERED) {
      throw FactsRefused.actedOn();
    }
    Answers answers = FormData.read(runtimeService.getVariable(corrected.processInstanceId(), "answers"), "answers", Answers.class);
    if (answers.isRefused()) {
      throw FactsRefused.actedOn();
    }
    answers.check();
    survey.answer(answers, clock.instant());
    runtimeService.setVariable(corrected.processInstanceId(), "answerFacts", answers.facts());
  }
}
