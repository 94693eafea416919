package dev.kefu.budget.keeping;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.budget.Category;
import dev.kefu.reporting.Register;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What was booked and reserved as files. */
@Configuration(proxyBeanMethods = false)
class BudgetRegisters {

  private static final Map<String, String> CATEGORIES = Arrays.stream(Category.values()).collect(Collectors.toUnmodifiableMap(Category::name, Category::label));

  /** The expense ledger. */
  @Bean
  Register expenseBookingExport() {
    return new Register("expense-bookings", "Expense bookings 費用入帳明細", Set.of("budget_bookings"), "budget_bookings b", "b.id", "b.booked_at", List.of(text("Case 案件", "b.case_number"),
        time("Booked 入帳時間", "b.booked_at"), code("Booking 入帳類型", "b.kind", Map.of("PAYMENT", "Payment 支付", "REVERSAL", "Reversal 沖銷")), text("Claimant 報銷人", "b.claimant"),
        text("Section 科室", "b.section_id"), text("Budget month 預算月份", "b.budget_month"), code("Category 類別", "b.category", CATEGORIES), number("Amount 金額", "b.amount"), date("Paid on 支付日期", "b.paid_on"),
        text("Reason 原因", "b.reason"), text("Booked by 入帳人", "b.booked_by")));
  }

  /** What cases hold and held of the months' budgets. */
  @Bean
  Register budgetReservationExport() {
    return new Register("budget-reservations", "Budget reservations 預算預留明細", Set.of("budget_reservations"), "budget_reservations v", "v.id", "v.booked_at", List.of(text("Case 案件", "v.case_number"),
        time("Booked 登記時間", "v.booked_at"), text("Section 科室", "v.section_id"), text("Budget month 預算月份", "v.budget_month"), number("Amount 金額", "v.amount"),
        number("Row no. 行號", "v.id"), number("Frees row 釋放行號", "v.reverses")));
  }
}
