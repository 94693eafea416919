package dev.kefu.survey.interviewer;

import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the applicants into the register. */
@Component
@RequiredArgsConstructor
class NoteApplicantsDelegate implements JavaDelegate {

  private final Recruitments recruitments;

  @Override
  public void execute(DelegateExecution execution) {
    Recruitment recruitment = recruitments.get((Long) execution.getVariable("recruitmentId"));
    recruitment.interview(FormData.read(execution, "interviewing", Applicants.class).rows());
    execution.setVariable("applicantChoices", InterviewerWords.choices(recruitment.getInterviewers()));
    execution.setVariable("applicantFacts", InterviewerWords.applicants(recruitment));
  }
}
