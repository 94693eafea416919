package dev.kefu.survey.credit;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.Register.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Credit surveys and the history of grades as files. What was asked about persons is not in them. */
@Configuration(proxyBeanMethods = false)
class CreditFiles {

  private static final Map<String, String> STATES = Map.of("OPEN", "Open 辦理中", "RATED", "Rated 已評定", "REFUSED", "Refused 已否決", "EXPIRED", "Expired 已失效", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");
  private static final Map<String, String> FACTS = Map.of("RATED", "Rated 評定", "REFUSED", "Refused 否決", "FROZEN", "Limit frozen 限額凍結");

  /** Surveys by the time at which they were opened. */
  @Bean
  Register creditSurveysExport() {
    return new Register("credit-surveys", "Credit surveys 信用調查台帳", Set.of("survey_credit_surveys"), "survey_credit_surveys s", "s.id", "s.opened_at", List.of(text("Case 案件", "s.case_number"),
        text("Customer no. 客戶編號", "s.customer_code"), code("Why 事由", "s.occasion", CreditWords.OCCASIONS), number("Limit wanted 申請限額", "s.wanted_limit"), text("Surveyor 調查人", "s.surveyor"),
        text("Missing 缺項", "s.missing"), new Field("Knock-out facts 否決事項", "s.knock_outs", Type.TEXT, CreditWords::knockOuts), number("Days overdue 逾期天數", "s.overdue_days"),
        number("Monthly sales 月均銷售額", "s.monthly_sales"), number("Receivable 應收款", "s.receivable"), number("Open orders 未交訂單", "s.open_orders"), number("Score 信用評分", "s.score"),
        text("Grade by the tables 評定等級", "s.rated_grade"), number("Limit by the tables 評定限額", "s.rated_limit"), yesNo("First order 首單", "s.first_order"), text("Grade proposed 擬定等級", "s.proposed_grade"),
        number("Limit proposed 擬定限額", "s.proposed_limit"), number("Limit by the formula 公式限額", "s.formula_limit"), yesNo("Special approval 特批", "s.special_approval"), text("Reason 調整理由", "s.adjust_reason"),
        text("Proposed by 擬定人", "s.proposed_by"), code("Payment chosen 付款方式選擇", "s.payment_chosen", CreditWords.CHOSEN), yesNo("Guarantee 擔保", "s.guarantee"),
        code("Finance 財務意見", "s.finance_opinion", CreditWords.OPINIONS), code("State 狀態", "s.status", STATES), time("Opened 立案時間", "s.opened_at"), time("Ended 結束時間", "s.ended_at")));
  }

  /** The history of grades by the time at which each line was written. */
  @Bean
  Register creditGradesExport() {
    return new Register("credit-grades", "History of credit grades 信用等級歷史", Set.of("survey_credit_grades"), "survey_credit_grades g", "g.id", "g.noted_at", List.of(text("Customer no. 客戶編號", "g.customer_code"),
        text("Case 案件", "g.case_number"), code("What 事項", "g.fact", FACTS), text("Grade 等級", "g.grade"), text("Grade before 原等級", "g.previous_grade"), number("Moved 升降級數", "g.moved"), number("Score 信用評分", "g.score"),
        number("Limit 賒銷限額", "g.credit_limit"), number("Limit by the formula 公式限額", "g.formula_limit"), number("Term (days) 賒銷期(天)", "g.term_days"), yesNo("Guarantee 擔保", "g.guarantee"),
        code("Payment 付款方式", "g.payment_mode", CreditWords.PAYMENTS), yesNo("Special approval 特批", "g.special_approval"), text("Reason 調整理由", "g.reason"), number("Monthly sales 月均銷售額", "g.monthly_sales"),
        number("Receivable 應收款", "g.receivable"), number("Open orders 未交訂單", "g.open_orders"), date("Valid until 有效期至", "g.valid_until"), text("By 登記人", "g.noted_by"), time("Noted 登記時間", "g.noted_at")));
  }
}
