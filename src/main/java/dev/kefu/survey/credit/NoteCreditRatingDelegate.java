package dev.kefu.survey.credit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what the tables say into the register, and down for those who review and decide. */
@Component
@RequiredArgsConstructor
class NoteCreditRatingDelegate implements JavaDelegate {

  private final CreditSurveys surveys;

  @Override
  public void execute(DelegateExecution execution) {
    CreditSurvey survey = surveys.of(execution.getProcessInstanceId());
    String grade = (String) execution.getVariable("ratingGrade");
    BigDecimal allowed = CreditWords.money(execution.getVariable("allowedLimit"));
    survey.rate(((Number) execution.getVariable("creditScore")).intValue(), grade, allowed);
    List<String> parts = new ArrayList<>();
    parts.add(execution.getVariable("creditFacts").toString());
    parts.add("**Score 信用評分: %d · Grade 信用等級: %s**%s".formatted(survey.getScore(), grade, Boolean.TRUE.equals(execution.getVariable("paidLate")) ? " · paid late in the year: one grade down 年內遲付，降一級" : ""));
    parts.add("**Limit 賒銷限額: %s** (formula 公式: %s) · **Term 賒銷期:** %s days 天 · **Guarantee 擔保:** %s · %s".formatted(CreditWords.yuan(allowed),
        CreditWords.yuan(CreditWords.money(execution.getVariable("formulaLimit"))), execution.getVariable("termDays"), yesNo("guarantee", execution), CreditWords.PAYMENTS.get((String) execution.getVariable("payment"))));
    if (Boolean.TRUE.equals(execution.getVariable("firstOrder"))) {
      parts.add("**First order: no credit unless the general manager allows it. 首單不賒銷，總經理特許除外。**");
    }
    if (Boolean.TRUE.equals(execution.getVariable("capped"))) {
      parts.add("**New customer or data missing: A at most. 新客戶或缺資料，等級最高為 A。** Missing 缺項: " + execution.getVariable("missingNote"));
    }
    parts.add("**Knock-out facts 否決事項:** %s · **Days overdue 逾期天數:** %d · **Monthly sales 月均銷售額:** %s · **Receivable 應收款:** %s · **Open orders 未交訂單:** %s".formatted(CreditWords.knockOuts(survey.getKnockOuts()),
        survey.getOverdueDays(), CreditWords.yuan(survey.getMonthlySales()), CreditWords.yuan(survey.getReceivable()), CreditWords.yuan(survey.getOpenOrders())));
    execution.setVariable("ratingFacts", CreditWords.cut(String.join("\n\n", parts)));
    execution.setVariable("ratedGrade", grade);
  }

  private static String yesNo(String name, DelegateExecution execution) {
    return Boolean.TRUE.equals(execution.getVariable(name)) ? "yes 是" : "no 否";
  }
}
