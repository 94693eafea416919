package dev.kefu.governance.expense;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.budget.Category;
import dev.kefu.reporting.Register;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The register of expense claims as a file. */
@Configuration(proxyBeanMethods = false)
class ExpenseRegisters {

  private static final Map<String, String> CATEGORIES = Arrays.stream(Category.values()).collect(Collectors.toUnmodifiableMap(Category::name, Category::label));
  private static final Map<String, String> STATUSES = Map.of("CLAIMED", "Claimed 已申報", "RETURNED", "Returned 已退回", "APPROVED", "Approved 已批準", "PAID", "Paid 已支付", "REFUSED", "Refused 不予報銷",
      "REJECTED", "Rejected 已否決", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");

  /** Expense claims. */
  @Bean
  Register expenseClaimExport() {
    return new Register("expense-claims", "Expense claims 報銷台帳", Set.of("governance_expense_claims"), "governance_expense_claims e", "e.id", "e.opened_at", List.of(text("Case 案件", "e.case_number"),
        time("Opened 立案時間", "e.opened_at"), text("Claimant 報銷人", "e.claimant"), text("Section 科室", "e.section_id"), text("Budget month 預算月份", "e.budget_month"),
        code("Category 類別", "e.category", CATEGORIES), date("Spent 支出日期", "e.spent_on"), date("Claimed 申報日期", "e.claimed_on"), number("Total 金額", "e.total"),
        text("Pre-approval 事前審批", "e.pre_approval_no"), text("Oral approver 口頭批準人", "e.oral_approver"), yesNo("Receipt altered 票據塗改", "e.receipt_altered"),
        text("Reason above the limit 超標原因", "e.over_reason"), text("Approver 審批人", "e.approver"), number("Returned 退回次數", "e.times_returned"), number("Paid 支付金額", "e.paid_amount"),
        date("Paid on 支付日期", "e.paid_on"), code("State 狀態", "e.status", STATUSES), time("Ended 結束時間", "e.ended_at")));
  }
}
