package dev.kefu.survey.plan;

import dev.kefu.engine.FormData;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Numbers the proposed surveys, so that the plan can name them. */
@Component
class NoteSurveyProposalDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    List<Proposal.Row> rows = FormData.read(execution, "proposal", Proposal.class).surveys();
    execution.setVariable("proposals", Spin.JSON(IntStream.rangeClosed(1, rows.size()).mapToObj(number -> Map.of("value", String.valueOf(number), "label", number + " · " + rows.get(number - 1).surveyTitle())).toList()));
    execution.setVariable("proposalFacts", PlanWords.facts(IntStream.rangeClosed(1, rows.size()).mapToObj(number -> facts(number, rows.get(number - 1))).toList()));
  }

  private static String facts(int number, Proposal.Row row) {
    return "%d · **%s** · %s · %s · %s · %s: %s · Sources 資料來源 %s".formatted(number, row.surveyTitle(), PlanWords.DEPARTMENTS.get(row.requestingDepartment()), row.surveyGoals(),
        PlanWords.names(String.join(",", row.methods()), PlanWords.METHODS), PlanWords.names(String.join(",", row.topics()), PlanWords.TOPICS), row.topicNotes(), row.sources());
  }
}
