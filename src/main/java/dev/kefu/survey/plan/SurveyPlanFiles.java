package dev.kefu.survey.plan;

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

/** Survey plans, their surveys and the needs behind them as files. */
@Configuration(proxyBeanMethods = false)
class SurveyPlanFiles {

  static final Map<String, String> STATES = Map.of("DRAFTED", "Drafted 擬訂", "STRUCK_OUT", "Struck out 已否決", "RELEASED", "Released 已下達", "BEGUN", "Begun 進行中", "DONE", "Done 已完成",
      "FAILED", "Ended without a report 未完成", "DROPPED", "Dropped 已取消");
  private static final Map<String, String> PLAN_STATES = Map.of("OPEN", "Being planned 編制中", "DRAFTED", "Drafted 待審批", "APPROVED", "Approved 已批準", "REJECTED", "Rejected 已否決", "WITHDRAWN", "Withdrawn 已撤回",
      "CANCELLED", "Cancelled 已取消");

  /** Plans by the moment at which they were begun. */
  @Bean
  Register surveyPlansExport() {
    return new Register("survey-plans", "Survey plans 調查計劃台帳", Set.of("survey_plans"), "survey_plans p", "p.id", "p.opened_at", List.of(text("Case 案件", "p.case_number"), number("Year 年度", "p.plan_year"),
        yesNo("Of the year 年度計劃", "p.planned"), text("Drafted by 編制人", "p.drafter"), number("Selling expense 銷售費用", "p.selling_expense"), code("State 狀態", "p.status", PLAN_STATES),
        time("Begun 編制時間", "p.opened_at"), time("Ended 結束時間", "p.ended_at"), date("Ran on until 沿用至", "p.ran_on_until")));
  }

  /** Planned surveys by their day. */
  @Bean
  Register plannedSurveysExport() {
    return new Register("planned-surveys", "Planned surveys 計劃調查台帳", Set.of("survey_plan_items"), "survey_plan_items i join survey_plans p on p.id = i.plan_id", "i.id", "i.starts_on", List.of(
        text("Plan 計劃", "p.case_number"), number("No. 序號", "i.item_no"), number("Priority 優先順序", "i.priority"), text("Survey 調查名稱", "i.title"),
        code("User of the report 使用部門", "i.department", PlanWords.DEPARTMENTS), text("Goals 目標", "i.goals"), new Field("Content 調查內容", "i.topics", Type.TEXT, codes -> PlanWords.names(codes, PlanWords.TOPICS)),
        new Field("Method 方法", "i.methods", Type.TEXT, codes -> PlanWords.names(codes, PlanWords.METHODS)), number("Sample 樣本量", "i.sample_size"),
        new Field("Regions 區域", "i.regions", Type.TEXT, codes -> PlanWords.names(codes, PlanWords.REGIONS)), text("Responsible 負責人", "i.leader"), date("Begins 開始日期", "i.starts_on"),
        date("Report due 報告日期", "i.report_on"), number("Budget asked for 申請預算", "i.asked_budget"), number("Budget 預算", "i.budget"), text("Left out 調整說明", "i.scope_note"),
        yesNo("Of last year's plan 沿用上年", "i.carried_over"), text("Survey case 調查案件", "i.survey_case"), date("Done 完成日期", "i.done_on"), number("Cost 費用", "i.cost"),
        code("State 狀態", "i.status", STATES)));
  }

  /** Needs by the moment at which their plan was begun. */
  @Bean
  Register surveyNeedsExport() {
    return new Register("survey-needs", "Needs for surveys 調查需求台帳", Set.of("survey_plan_needs"), "survey_plan_needs n join survey_plans p on p.id = n.plan_id", "n.id", "p.opened_at", List.of(
        text("Plan 計劃", "p.case_number"), code("Department 部門", "n.department", PlanWords.DEPARTMENTS), text("Question 內容", "n.question"), text("Purpose 用途", "n.purpose"),
        date("Needed by 需要日期", "n.needed_by"), text("Readers 使用人", "n.readers"), code("Cycle 周期", "n.frequency", PlanWords.CYCLES), text("Said by 提出人", "n.said_by")));
  }
}
