package dev.kefu.survey.interviewer;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Names those who work, and the case in which they are settled with. */
@Component
@RequiredArgsConstructor
class PrepareSettlementDelegate implements JavaDelegate {

  private final Recruitments recruitments;

  @Override
  public void execute(DelegateExecution execution) {
    Recruitment recruitment = recruitments.get((Long) execution.getVariable("recruitmentId"));
    recruitment.settledIn(execution.getProcessBusinessKey());
    execution.setVariable("engagedChoices", InterviewerWords.choices(recruitment.engaged()));
    execution.setVariable("recruitmentFacts", InterviewerWords.work(recruitment));
    execution.setVariable("fieldWork", InterviewerWords.rows(recruitment.engaged()));
  }
}
