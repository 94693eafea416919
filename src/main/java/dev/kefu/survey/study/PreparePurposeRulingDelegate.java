package dev.kefu.survey.study;

import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts down for the manager what was proposed and answered. */
@Component
class PreparePurposeRulingDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("settlementFacts", SurveyWords.facts(Stream.of("purposeFacts", "returnNote").map(name -> (String) execution.getVariable(name)).filter(text -> !text.isEmpty()).toList()));
    if (execution.getVariable("purpose") != null) {
      execution.setVariable("settlement", execution.getVariable("purpose"));
    }
  }
}
