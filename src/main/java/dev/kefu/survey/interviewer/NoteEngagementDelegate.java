package dev.kefu.survey.interviewer;

import dev.kefu.engine.ClassifiedValues;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.util.Map;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register who signed; everybody who did has an id number in the register of classified values. */
@Component
@RequiredArgsConstructor
class NoteEngagementDelegate implements JavaDelegate {

  private final Recruitments recruitments;
  private final ClassifiedValues classifiedValues;

  @Override
  public void execute(DelegateExecution execution) {
    Recruitment recruitment = recruitments.get((Long) execution.getVariable("recruitmentId"));
    recruitment.engage(FormData.read(execution, "engaging", Engagement.class).rows());
    String lines = classifiedValues.find(execution.getProcessInstanceId(), "engaging.idNo").orElse("");
    recruitment.engaged().stream().filter(one -> lines.lines().noneMatch(line -> line.strip().matches(Pattern.quote(one.getName()) + "\\s+[0-9A-Za-z]{6,18}"))).findFirst().ifPresent(one -> {
      throw new FactsRefused("ID number 證件號: " + one.getName() + " has no line with name and number 缺少姓名及證件號");
    });
    execution.setVariables(Map.of("interviewersEngaged", recruitment.engaged().size(), "anyEngaged", !recruitment.engaged().isEmpty()));
  }
}
