package dev.kefu.survey.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineServices;
import org.junit.jupiter.api.Test;

class StartDueSurveysDelegateTest {

  private static final Map<String, Object> FACTS = Map.of("surveyTitle", "Dealers 經銷商調查", "surveyGoals", "Why they leave 流失原因", "reportDate", "2041-04-15", "surveyBudget", "30000.00", "planNumber", "ASP-2040-000001");

  private final ProcessEngineServices engine = mock(ProcessEngineServices.class, RETURNS_DEEP_STUBS);

  @Test
  void surveyIsStartedByItsProcedure() {
    when(engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("customer-survey").count()).thenReturn(1L);
    when(engine.getRuntimeService().startProcessInstanceByKey("customer-survey", FACTS).getBusinessKey()).thenReturn("SVY-2041-000001");
    assertThat(StartDueSurveysDelegate.start(engine, FACTS)).isEqualTo("SVY-2041-000001");
  }

  @Test
  void surveyIsLeftToTheSupervisorAsLongAsItsProcedureIsNotBuilt() {
    when(engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("customer-survey").count()).thenReturn(0L);
    when(engine.getRuntimeService().startProcessInstanceByKey(eq("procedure-to-come"), argThat((Map<String, Object> facts) -> ((String) facts.get("todo")).contains("30000.00 元"))).getBusinessKey())
        .thenReturn("PTC-2041-000001");
    assertThat(StartDueSurveysDelegate.start(engine, FACTS)).isEqualTo("PTC-2041-000001");
  }
}
