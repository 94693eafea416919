package dev.kefu.survey.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;

class SurveyDepartmentTest {

  @Test
  void everyDepartmentOfTheFormButTheManagementIsAskedInTheModel() {
    assertThat(Arrays.stream(SurveyDepartment.values()).map(SurveyDepartment::getCode)).hasSize(PlanWords.DEPARTMENTS.size() - 1).isSubsetOf(PlanWords.DEPARTMENTS.keySet());
    UserTask asked = Bpmn.readModelFromStream(SurveyDepartmentTest.class.getResourceAsStream("/processes/survey/annual-survey-plan-department.bpmn")).getModelElementById("userTask_askNeeds");
    assertThat(asked.getExtensionElements().getElementsQuery().list().stream().flatMap(element -> element.getDomElement().getChildElements().stream())
        .map(property -> property.getAttribute("value"))).containsExactly(String.join(",", SurveyDepartment.roles()));
    assertThat(SurveyDepartment.codeOf("legal-counsel")).isEqualTo("legal");
  }
}
