package dev.kefu.survey.study;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the list of papers down for the archive. */
@Component
class NoteFilingDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Transfer transfer = FormData.read(execution, "transfer", Transfer.class);
    if (transfer.givenBy().equals(transfer.takenBy())) {
      throw new FactsRefused("Given by, taken by 移交人與接收人: must be two persons 須為兩人");
    }
    execution.setVariable("archiveTodo", SurveyWords.facts(Stream.concat(Stream.of("**" + execution.getVariable("surveyTitle") + "** " + execution.getVariable("surveyNo") + " · " + transfer.period() + " · " + transfer.givenBy() + " → " + transfer.takenBy()),
        transfer.rows().stream().map(paper -> paper.title() + " · " + paper.pages() + " p. 頁 · " + SurveyWords.GRADES.get(paper.secrecyGrade()))).toList()));
  }

  /** The form customer-survey-file. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Transfer(String period, List<Paper> rows, String givenBy, String takenBy) {
  }

  /** A paper of it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Paper(String title, int pages, String secrecyGrade) {
  }
}
