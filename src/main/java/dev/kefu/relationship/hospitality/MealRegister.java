package dev.kefu.relationship.hospitality;

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

/** The register of meals as a file. */
@Configuration(proxyBeanMethods = false)
class MealRegister {

  private static final Map<String, String> STATUSES = Map.of("REQUESTED", "Requested 已申請", "RETURNED", "Returned 已退回", "APPROVED", "Approved 已批準", "HELD", "Held 已用餐", "SETTLED", "Settled 已結算",
      "PAID", "Paid 已付款", "REFUSED", "Refused 不予招待或拒付", "REJECTED", "Rejected 已否決", "CANCELLED", "Cancelled 已取消", "WITHDRAWN", "Withdrawn 已撤回");

  /** Meals with customers. */
  @Bean
  Register mealExport() {
    return new Register("hospitality-meals", "Meals with customers 招待用餐台帳", Set.of("relationship_meals"), "relationship_meals m", "m.id", "m.meal_at", List.of(text("Case 案件", "m.case_number"),
        time("Requested 申請時間", "m.opened_at"), text("Requested by 申請人", "m.starter"), text("Section 科室", "m.section_id"), text("Budget month 預算月份", "m.budget_month"),
        text("Customer no. 客戶編號", "m.customer_code"), text("Customer 客戶", "m.customer_name"), yesNo("Key customer 重要客戶", "m.key_customer"), text("Purpose 事由", "m.reason"),
        time("Meal 用餐時間", "m.meal_at"), code("Kind 招待形式", "m.occasion", MealFacts.OCCASIONS), text("Host 主持人", "m.host"), number("Guests 客人", "m.guest_count"),
        number("Own people 陪餐", "m.companion_count"), code("Place 地點", "m.restaurant", MealFacts.PLACES), text("Restaurant 餐廳", "m.restaurant_name"), number("Per head 每人標準", "m.per_head"),
        number("Limit 標準上限", "m.limit_per_head"), text("Reason above the limit 超標理由", "m.over_limit_reason"), text("Looks like one with 疑似拆分", "m.similar_cases"),
        text("Approved by 批準人", "m.approved_by_role"), time("Approved 批準時間", "m.approved_at"), number("Approved amount 批準金額", "m.approved_amount"), yesNo("By word of mouth 口頭批準", "m.emergency"),
        time("Papers 補辦手續", "m.papers_at"), number("Deposit lost 訂金損失", "m.deposit_lost"), number("Guests at table 實到客人", "m.actual_guests"),
        number("Own people at table 實到陪餐", "m.actual_companions"), number("Food 餐費", "m.food_amount"), number("Drinks 酒水水果", "m.drinks_amount"), text("Receipt 發票號", "m.receipt_no"),
        number("Excess 超出批準", "m.excess"), text("Reason for excess 超標說明", "m.excess_reason"), code("Audit 稽核", "m.audit_result", MealFacts.AUDITS), number("Paid 實付", "m.paid_amount"),
        date("Paid on 付款日期", "m.paid_on"), text("Not paid because 不付原因", "m.not_paid_reason"), code("State 狀態", "m.status", STATUSES), time("Ended 結束時間", "m.ended_at")));
  }
}
