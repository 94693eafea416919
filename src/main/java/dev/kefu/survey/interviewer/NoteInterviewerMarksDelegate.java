package dev.kefu.survey.interviewer;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the marks into the register. */
@Component
@RequiredArgsConstructor
class NoteInterviewerMarksDelegate implements JavaDelegate {

  private final Recruitments recruitments;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Recruitment recruitment = recruitments.get((Long) execution.getVariable("recruitmentId"));
    Marks marks = FormData.read(execution, "training", Marks.class);
    if (marks.trainedOn().isAfter(LocalDate.now(clock))) {
      throw new FactsRefused("Trained on 培訓日期: lies ahead 不得晚於今天");
    }
    recruitment.train(marks.rows(), marks.trainedOn());
    execution.setVariable("anyPassed", !recruitment.passed().isEmpty());
    execution.setVariable("passedChoices", InterviewerWords.choices(recruitment.passed()));
    execution.setVariable("engaging", InterviewerWords.rows(recruitment.passed()));
  }
}
