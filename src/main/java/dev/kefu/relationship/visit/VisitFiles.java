package dev.kefu.relationship.visit;

import static dev.kefu.reporting.Register.Field.code;
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

/** Visits and plans of visits as files. */
@Configuration(proxyBeanMethods = false)
class VisitFiles {

  private static final Map<String, String> STATES = Map.of("PLANNED", "Planned 已計劃", "PREPARED", "Prepared 已準備", "APPOINTED", "Appointed 已預約", "VISITED", "Visited 已拜訪", "RECORDED", "Recorded 已記錄",
      "COMPLETED", "Completed 已完成", "REFUSED", "Refused 客戶拒絕", "REJECTED", "Rejected 已否決", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");
  private static final Map<String, String> PLAN_STATES = Map.of("PLANNING", "Being planned 編制中", "SUBMITTED", "Submitted 待審批", "ADOPTED", "Adopted 已生效", "REJECTED", "Rejected 已否決",
      "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");

  /** Visits by the planned time. */
  @Bean
  Register visitsExport() {
    return new Register("visits", "Visits 客戶拜訪台帳", Set.of("relationship_visits"), "relationship_visits v", "v.id", "v.planned_at", List.of(text("Case 案件", "v.case_number"),
        text("Plan 計劃", "v.plan_number"), text("Visitor 拜訪人", "v.visitor"), text("Customer no. 客戶編號", "v.customer_code"),
        new Field("Purpose 目的", "v.purposes", Type.TEXT, VisitWords::purposes), text("Goal 目標", "v.goal"), code("Channel 方式", "v.channel", VisitWords.CHANNELS),
        time("Planned for 計劃時間", "v.planned_at"), number("Planned hours 計劃時數", "v.planned_hours"), time("Appointed for 預約時間", "v.appointed_at"), number("Cancellations 取消次數", "v.cancellations"),
        yesNo("Unreported change 未報告變更", "v.unreported_change"), time("From 實際開始", "v.actual_from"), time("To 實際結束", "v.actual_to"), text("Received by 接待者", "v.receiver_name"),
        number("Training hours 培訓時數", "v.training_hours"), number("Satisfaction 滿意度", "v.satisfaction"), yesNo("Dispute 爭議", "v.dispute_named"), yesNo("Idea 建議", "v.idea"), yesNo("Fault 故障", "v.fault"),
        yesNo("Credit change 信用異動", "v.credit_change"), yesNo("Prospect 準客戶", "v.prospect_named"), yesNo("Competitor news 競爭信息", "v.competitor_news"),
        yesNo("Contact changed 聯絡資料變更", "v.contact_changed"), text("Complaint 投訴", "v.complaint_case"), yesNo("Weak record 記錄欠佳", "v.weak"), number("Expenses paid 實付費用", "v.paid_amount"),
        number("Times late 逾期次數", "v.follow_ups_late"), code("State 狀態", "v.status", STATES), time("Ended 結束時間", "v.ended_at")));
  }

  /** Plans by the moment at which they were begun. */
  @Bean
  Register visitPlansExport() {
    return new Register("visit-plans", "Plans of visits 拜訪計劃台帳", Set.of("relationship_visit_plans"), "relationship_visit_plans p", "p.id", "p.opened_at", List.of(text("Case 案件", "p.case_number"),
        text("Planner 編制人", "p.planner"), text("Month or year 月份或年份", "p.plan_period"), number("Visits 次數", "p.planned_visits"), number("Hours a month 每月工時", "p.monthly_hours"),
        code("State 狀態", "p.status", PLAN_STATES), time("Begun 編制時間", "p.opened_at"), time("Ended 結束時間", "p.ended_at")));
  }
}
