package dev.kefu.survey.credit;

import dev.kefu.engine.FormData;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says which grade the manager proposes, for the tables, or that the survey goes back. */
@Component
class TakeCreditOpinionDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Opinion opinion = FormData.read(execution, "opinion", Opinion.class);
    execution.setVariable("managerDecision", opinion.decision());
    execution.setVariable("ratingGrade", opinion.gradeOr((String) execution.getVariable("ratedGrade")));
  }
}
