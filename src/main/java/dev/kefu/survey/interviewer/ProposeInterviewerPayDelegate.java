package dev.kefu.survey.interviewer;

import dev.kefu.engine.FormData;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Fills in the answers that the field work brought, and what they are paid. Who is not named there brought none. */
@Component
@RequiredArgsConstructor
class ProposeInterviewerPayDelegate implements JavaDelegate {

  private final Recruitments recruitments;

  @Override
  public void execute(DelegateExecution execution) {
    Recruitment recruitment = recruitments.get((Long) execution.getVariable("recruitmentId"));
    Map<String, FieldWorkResult.Row> brought = FormData.read(execution, "fieldWork", FieldWorkResult.class).rows().stream()
        .collect(Collectors.toMap(FieldWorkResult.Row::name, Function.identity(), (earlier, later) -> later));
    execution.setVariable("engagedChoices", InterviewerWords.choices(recruitment.open()));
    execution.setVariable("recruitmentFacts", InterviewerWords.work(recruitment));
    execution.setVariable("assessment", Spin.JSON(Map.of("rows", recruitment.open().stream().map(one -> row(recruitment, brought.getOrDefault(one.getName(), new FieldWorkResult.Row(one.getName(), 0, 0)))).toList())));
  }

  private static Map<String, Object> row(Recruitment recruitment, FieldWorkResult.Row brought) {
    return Map.of("name", brought.name(), "valid", brought.valid(), "invalid", brought.invalid(), "pay", recruitment.payFor(brought.valid(), brought.invalid()).toPlainString());
  }
}
