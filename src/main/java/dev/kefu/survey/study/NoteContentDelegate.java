package dev.kefu.survey.study;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the content into the register and what the table of ways asks; whoever set it has the case in hand. */
@Component
@RequiredArgsConstructor
class NoteContentDelegate implements JavaDelegate {

  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    Content content = FormData.read(execution, "content", Content.class).checked();
    surveys.get((Long) execution.getVariable("surveyId")).content(content);
    execution.setVariable("topics", String.join(",", content.topics()));
    execution.setVariable("topicsShown", SurveyWords.listed(content.topics(), SurveyWords.TOPICS));
    execution.setVariable("sampleSize", content.sampleSize());
    execution.setVariable("regionCount", content.regions().size());
    execution.setVariable("expertiseInHouse", content.isExpert());
    execution.setVariable("staffFree", content.staffFree());
    execution.setVariable("purposeFacts", content.facts((String) execution.getVariable("purposeFacts")));
    execution.setVariable(CaseVariables.OWNER, Performer.of(execution));
  }
}
