package dev.kefu.survey.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the plan of the next year, unless that has one. */
@Component
@RequiredArgsConstructor
class StartSurveyPlanDelegate implements JavaDelegate {

  private final SurveyPlans plans;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    int year = LocalDate.now(clock).getYear() + 1;
    if (!plans.stands(year)) {
      execution.getProcessEngineServices().getRuntimeService().startProcessInstanceByKey(SurveyPlans.PROCESS, Map.of("planYear", year));
    }
  }
}
