package dev.kefu.survey.credit;

import dev.kefu.engine.Performer;
import dev.kefu.information.CreditStanding;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The general manager rejects: nothing more on credit. The grade stays what it was, because the new one was not approved. */
@Component
@RequiredArgsConstructor
class RefuseCreditDelegate implements JavaDelegate {

  private static final BigDecimal NOTHING = new BigDecimal("0.00");

  private final CreditSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    CreditSurvey survey = surveys.of(execution.getProcessInstanceId());
    CreditStanding before = surveys.standing(survey.getCustomerCode());
    CreditStanding cash = new CreditStanding(before == null ? null : before.grade(), before == null ? null : before.score(), 0, NOTHING, false, "prepayment", surveys.today(), surveys.today().plusYears(1), false);
    surveys.decide(CreditGrade.Fact.REFUSED, survey, cash, (String) execution.getVariable("returnNote"), Performer.of(execution));
    Map<String, Object> facts = new HashMap<>();
    facts.put("creditOutcome", "refused");
    facts.put("creditGrade", cash.grade());
    facts.put("creditLimit", NOTHING.toPlainString());
    execution.setVariables(facts);
  }
}
