package dev.kefu.survey.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.util.List;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the smaller scopes into the register. */
@Component
@RequiredArgsConstructor
class NoteSurveyRescopeDelegate implements JavaDelegate {

  private final SurveyPlans plans;

  @Override
  public void execute(DelegateExecution execution) {
    plans.rescope((Long) execution.getVariable("surveyPlanId"), FormData.read(execution, "rescope", Rescope.class).items().stream()
        .collect(Collectors.toMap(Row::item, row -> new Scope(row.sampleSize(), String.join(",", row.regions()), row.scopeNote()), (first, again) -> again)));
  }

  /** The form annual-survey-plan-rescope. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Rescope(List<Row> items) {
  }

  /**
   * One survey.
   *
   * @param item its number
   * @param scopeNote what is left out
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String item, int sampleSize, List<String> regions, String scopeNote) {
  }
}
