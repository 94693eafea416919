package dev.kefu.survey.plan;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what a department needs to know into the register. */
@Component
@RequiredArgsConstructor
class NoteDepartmentNeedsDelegate implements JavaDelegate {

  private final SurveyPlans plans;

  @Override
  public void execute(DelegateExecution execution) {
    List<Request> requests = FormData.read(execution, "need", Needs.class).given();
    List<String> unclear = IntStream.range(0, requests.size()).filter(index -> requests.get(index).regular() && requests.get(index).cycle() == null).mapToObj(index -> "Line 第 %d 行".formatted(index + 1)).toList();
    if (!unclear.isEmpty()) {
      throw new FactsRefused("How often 周期: %s: say how often 定期需求須填周期".formatted(String.join(", ", unclear)));
    }
    long plan = (Long) execution.getVariable("surveyPlanId");
    String department = SurveyDepartment.codeOf((String) execution.getVariable("department"));
    String person = Performer.of(execution);
    requests.forEach(request -> plans.need(new SurveyNeed(null, plan, department, request.question(), request.purpose(), request.neededBy(), request.readers(), request.regular() ? request.cycle() : null,
        person)));
  }

  /**
   * The form annual-survey-plan-department-ask-needs.
   *
   * @param requests null when there are none
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Needs(String hasNeeds, List<Request> requests) {

    List<Request> given() {
      return requests == null || !"yes".equals(hasNeeds) ? List.of() : requests;
    }
  }

  /** One need. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Request(String question, String purpose, LocalDate neededBy, String readers, boolean regular, String cycle) {
  }
}
