package dev.kefu.survey.interviewer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register who was picked. */
@Component
@RequiredArgsConstructor
class NotePickedInterviewersDelegate implements JavaDelegate {

  private final Recruitments recruitments;

  @Override
  public void execute(DelegateExecution execution) {
    Recruitment recruitment = recruitments.get((Long) execution.getVariable("recruitmentId"));
    List<String> names = FormData.read(execution, "picking", Picking.class).picked();
    recruitment.pick(names == null ? List.of() : names);
    execution.setVariable("anyPicked", !recruitment.picked().isEmpty());
    execution.setVariable("pickedChoices", InterviewerWords.choices(recruitment.picked()));
    execution.setVariable("training", InterviewerWords.rows(recruitment.picked()));
  }

  /**
   * The form parttime-interviewer-selection-interview.
   *
   * @param picked names; null for nobody
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Picking(List<String> picked) {
  }
}
