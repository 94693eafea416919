package dev.kefu.survey.study;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalTime;
import java.util.Date;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Enters what was agreed, or ruled, into the register, and says when the user of the report is warned. */
@Component
@RequiredArgsConstructor
class OpenSurveyDelegate implements JavaDelegate {

  private static final TimeSpan BEFORE = TimeSpan.parse("-2wd");
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  private final Surveys surveys;
  private final WorkingCalendar calendar;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Purpose purpose = FormData.read(execution, Boolean.TRUE.equals(execution.getVariable("carriedOut")) ? "settlement" : "purpose", Purpose.class);
    String budget = (String) execution.getVariable("surveyBudget");
    Survey survey = surveys.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), (String) execution.getVariable("planNumber"), purpose,
        budget.isEmpty() ? null : new BigDecimal(budget));
    execution.setVariable("surveyId", survey.getId());
    execution.setVariable("surveyNo", survey.getSurveyNo());
    execution.setVariable("surveyTitle", survey.getTitle());
    execution.setVariable("surveyPurpose", survey.getPurpose());
    execution.setVariable("requestingDepartment", survey.getRequestingDepartment());
    execution.setVariable("reportDate", survey.getReportDate().toString());
    execution.setVariable("warnAt", Date.from(calendar.due(survey.getReportDate().atTime(END_OF_DAY).atZone(clock.getZone()).toInstant(), BEFORE)));
    execution.setVariable("consumers", purpose.purposes().contains("individualConsumers"));
    List.of("credit", "corporateNeeds", "satisfaction").forEach(kind -> execution.setVariable(kind, purpose.purposes().contains(kind)));
    execution.setVariable("purposeFacts", purpose.facts());
  }
}
