package dev.kefu.survey.plan;

import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins the surveys whose day has come. */
@Component
@RequiredArgsConstructor
class StartDueSurveysDelegate implements JavaDelegate {

  private final DueSurveys dueSurveys;

  @Override
  public void execute(DelegateExecution execution) {
    dueSurveys.begin(facts -> start(execution.getProcessEngineServices(), facts));
  }

  /** Starts a survey and gives its number; as long as its procedure is not deployed, the supervisor has it done by hand. */
  static String start(ProcessEngineServices engine, Map<String, Object> facts) {
    if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(SurveyPlans.SURVEY).count() > 0) {
      return engine.getRuntimeService().startProcessInstanceByKey(SurveyPlans.SURVEY, facts).getBusinessKey();
    }
    return engine.getRuntimeService().startProcessInstanceByKey(SurveyPlans.BY_HAND, Map.of("procedureId", SurveyPlans.SURVEY, "procedureTitle", "Customer survey 客戶調查", "supervisorRole", "survey-supervisor",
        "todo", "%s · %s · report due 報告提交日期 %s · budget 預算 %s 元 · %s".formatted(facts.get("surveyTitle"), facts.get("surveyGoals"), facts.get("reportDate"), facts.get("surveyBudget"), facts.get("planNumber"))))
        .getBusinessKey();
  }
}
