package dev.kefu.survey.interviewer;

import dev.kefu.engine.FormData;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Settles with those who are open; a batch with too many invalid answers is redone once. */
@Component
@RequiredArgsConstructor
class NoteAssessmentDelegate implements JavaDelegate {

  private final Recruitments recruitments;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Recruitment recruitment = recruitments.get((Long) execution.getVariable("recruitmentId"));
    recruitment.settle(FormData.read(execution, "assessment", Assessment.class).rows(), clock.instant());
    List<Interviewer> open = recruitment.open();
    execution.setVariables(Map.of("mustRedo", !open.isEmpty(), "recruitmentFacts", InterviewerWords.work(recruitment)));
    execution.setVariable("engagedChoices", InterviewerWords.choices(open));
    execution.setVariable("fieldWork", InterviewerWords.rows(open));
  }
}
