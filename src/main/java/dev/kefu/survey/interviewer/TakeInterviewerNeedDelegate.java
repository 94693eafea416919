package dev.kefu.survey.interviewer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters the need into the register, and writes it down for whoever approves it. */
@Component
@RequiredArgsConstructor
class TakeInterviewerNeedDelegate implements JavaDelegate {

  private final Recruitments recruitments;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Need need = FormData.read(execution, "need", Need.class);
    String by = Performer.of(execution);
    Recruitment recruitment = recruitments.need(new Recruitment(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), (String) execution.getVariable("surveyNo"),
        (String) execution.getVariable("surveyTitle"), new Recruitment.Terms(((Number) execution.getVariable("leastMark")).intValue(),
        BigDecimal.valueOf(((Number) execution.getVariable("payPerValid")).doubleValue()).setScale(2, RoundingMode.HALF_UP), ((Number) execution.getVariable("mostInvalid")).intValue()), clock.instant()),
        need.numberNeeded(), need.profile(), by);
    execution.setVariables(Map.of("recruitmentId", recruitment.getId(), "needBy", by, "returnNote", "", "needFacts",
        "**Survey 調查:** %s (%s)\n\n**Interviewers needed 需要人數:** %d\n\n**Profile 條件:** %s".formatted(recruitment.getSurveyTitle(), recruitment.getSurveyNo(), need.numberNeeded(), need.profile())));
  }

  /** The form parttime-interviewer-selection-request. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Need(int numberNeeded, String profile) {
  }
}
