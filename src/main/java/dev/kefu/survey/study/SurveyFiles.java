package dev.kefu.survey.study;

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

/** Surveys as a file. */
@Configuration(proxyBeanMethods = false)
class SurveyFiles {

  static final Map<String, String> STATES = Map.ofEntries(Map.entry("AGREED", "Agreed 已確定目的"), Map.entry("PLANNED", "Planned 已計劃"), Map.entry("IN_FIELD", "In the field 調查中"),
      Map.entry("COLLECTED", "Data collected 已收集"), Map.entry("ANALYSED", "Analysed 已分析"), Map.entry("REPORTED", "Report written 已撰寫"), Map.entry("SUBMITTED", "Submitted 已提交"),
      Map.entry("COMPLETED", "Completed 已完成"), Map.entry("REJECTED", "Rejected 已否決"), Map.entry("WITHDRAWN", "Withdrawn 已撤回"), Map.entry("CANCELLED", "Cancelled 已取消"));

  /** Surveys by the day at which their report is due. */
  @Bean
  Register surveysExport() {
    return new Register("surveys", "Surveys 客戶調查台帳", Set.of("survey_studies"), "survey_studies s", "s.id", "s.report_date", List.of(text("Survey 調查編號", "s.survey_no"), text("Case 案件", "s.case_number"),
        text("Plan 計劃", "s.plan_number"), text("Title 調查名稱", "s.title"), code("User of the report 使用部門", "s.requesting_department", SurveyWords.DEPARTMENTS), list("Purpose 調查類別", "s.purposes", SurveyWords.PURPOSES),
        list("Topics 調查內容", "s.topics", SurveyWords.TOPICS), list("Regions 調查區域", "s.regions", SurveyWords.REGIONS), code("Way 方式", "s.mode", SurveyWords.MODES), text("Responsible 調查負責人", "s.leader"),
        number("Sample 樣本量", "s.sample_size"), number("Budget 年度預算", "s.budget"), number("Planned cost 計劃費用", "s.planned_cost"), number("Spent 實際費用", "s.spent"), text("Agency 調研機構", "s.agency_name"),
        date("From 調查開始", "s.survey_from"), date("To 調查結束", "s.survey_to"), yesNo("Extended 已延長", "s.extended"), number("Issued 發出份數", "s.issued"), number("Valid 有效份數", "s.valid_answers"),
        number("Called back % 抽查比例", "s.recheck_share"), number("Not confirmed % 不合格率", "s.recheck_invalid"), text("Report 調查報告", "s.report_title"), code("Secrecy 密級", "s.secrecy_grade", SurveyWords.GRADES),
        date("Report due 報告提交日期", "s.report_date"), time("Submitted 提交時間", "s.submitted_at"), code("State 狀態", "s.status", STATES), time("Ended 結束時間", "s.ended_at")));
  }

  private static Field list(String title, String column, Map<String, String> labels) {
    return new Field(title, column, Type.TEXT, codes -> SurveyWords.listed(codes, labels));
  }
}
