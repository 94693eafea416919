package dev.kefu.survey.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the route that the table found; a plan above the ceiling goes back and says how far. */
@Component
class NoteSurveyRouteDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    String route = (String) execution.getVariable("route");
    boolean over = "draft".equals(route);
    execution.setVariable("overCeiling", over);
    execution.setVariable("needsGeneralManager", "gm".equals(route));
    execution.setVariable("returnNote", over ? "**Returned 退回:** the surveys of the year would cost %s %% of the selling expense 全年調查費用佔銷售費用比例過高"
        .formatted(BigDecimal.valueOf((Double) execution.getVariable("surveyShare")).setScale(2, RoundingMode.HALF_UP).toPlainString()) : "");
  }
}
