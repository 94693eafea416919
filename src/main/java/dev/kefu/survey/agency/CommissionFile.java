package dev.kefu.survey.agency;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of commissions as a file. */
@Configuration(proxyBeanMethods = false)
class CommissionFile {

  private static final Map<String, String> STATES = Map.of("BRIEFED", "Briefed 已立案", "CHOSEN", "Chosen 已評選", "APPROVED", "Approved 已批準", "UNDER_WAY", "Under way 執行中", "PASSED", "Passed 驗收合格",
      "PAID", "Paid 已付款", "RATED", "Rated 已評價", "ACCEPTED", "Accepted 已驗收", "REJECTED", "Rejected 不合格或否決", "CANCELLED", "Cancelled 已取消");

  /** Surveys commissioned from agencies. */
  @Bean
  Register commissionsExport() {
    return new Register("agency-commissions", "Commissioned surveys 委託調查台帳", Set.of("survey_commissions"), "survey_commissions c", "c.id", "c.opened_at", List.of(text("Case 案件", "c.case_number"),
        time("Opened 立案時間", "c.opened_at"), text("Survey no. 調查編號", "c.survey_no"), text("Survey 調查", "c.survey_title"), number("Fee at most 費用上限", "c.fee_ceiling"), date("Due 交付日", "c.due_on"),
        number("Rounds of offers 邀請輪次", "c.round_no"), text("Agency 機構", "c.agency"), code("Award 中選方式", "c.award", CommissionFacts.AWARDS), number("Points 總分", "c.total_points"), number("Fee 費用", "c.fee"),
        text("Approved by 批準人", "c.approved_by_role"), time("Approved 批準時間", "c.approved_at"), number("First part paid 首付款", "c.prepaid"), date("Paid on 首付日期", "c.prepaid_on"),
        date("Report received 收到報告", "c.received_on"), number("Days late 逾期天數", "c.days_late"), number("Sample delivered, % 樣本完成率", "c.sample_delivered"),
        number("Errors, % 抽查差錯率", "c.recheck_errors"), yesNo("Report complete 報告完整", "c.report_complete"), number("Failures 不合格次數", "c.failures"),
        code("Acceptance 驗收結論", "c.acceptance", CommissionFacts.ACCEPTANCES), number("Penalty 違約金", "c.penalty"), text("Why another penalty 違約金調整理由", "c.penalty_reason"),
        number("Rest paid 尾款", "c.final_paid"), date("Rest paid on 尾款日期", "c.final_paid_on"), number("Came back 追回", "c.refunded"), date("Came back on 追回日期", "c.refunded_on"),
        number("Rating 評價", "c.rating"), code("Standing 去留", "c.standing", CommissionFacts.STANDINGS), code("State 狀態", "c.status", STATES), time("Ended 結束時間", "c.ended_at")));
  }
}
