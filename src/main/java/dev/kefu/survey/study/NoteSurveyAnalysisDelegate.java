package dev.kefu.survey.study;

import dev.kefu.engine.FormData;
import dev.kefu.survey.questionnaire.Questionnaires;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Freezes counts, cross-tables and scores; shares of the subjects that do not add up to 100 are refused. */
@Component
@RequiredArgsConstructor
class NoteSurveyAnalysisDelegate implements JavaDelegate {

  private final Questionnaires questionnaires;
  private final Surveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    AnalysisForm form = FormData.read(execution, "analysis", AnalysisForm.class).checked();
    Survey survey = surveys.get((Long) execution.getVariable("surveyId"));
    List<Result> results = new ArrayList<>(form.agencyResults());
    if (!SurveyWords.COMMISSIONED.equals(survey.getMode())) {
      results.addAll(Counts.results(questionnaires.analysis(survey.getSurveyNo())));
      form.crossed().forEach(pair -> results.addAll(Counts.crossed(questionnaires.crossTable(survey.getSurveyNo(), pair.rows(), pair.columns()))));
    }
    results.addAll(form.scores());
    survey.analyse(results);
    execution.setVariable("findingsFacts", form.facts());
    execution.setVariable("report", Spin.JSON(Map.of("reportTitle", survey.getTitle(), "commissionedBy", survey.getRequestingDepartment(), "executingDepartment", "customerService", "purpose", survey.getPurpose())));
  }
}
