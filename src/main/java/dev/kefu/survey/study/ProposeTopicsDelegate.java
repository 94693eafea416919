package dev.kefu.survey.study;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Ticks the topics that the table proposes. */
@Component
class ProposeTopicsDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Collection<?> rows = (Collection<?>) execution.getVariable("topicRows");
    List<String> topics = SurveyWords.TOPICS.keySet().stream().filter(topic -> rows.stream().anyMatch(row -> List.of(row.toString().split(",")).contains(topic))).toList();
    execution.setVariable("content", Spin.JSON(Map.of("topics", topics)));
    execution.setVariable("topicFacts", "**Proposed by the table 規則建議:** " + SurveyWords.listed(topics, SurveyWords.TOPICS));
  }
}
