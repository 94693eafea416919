package dev.kefu.complaint.statistics;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;
import static dev.kefu.reporting.Register.Field.yesNo;

import dev.kefu.complaint.handling.ComplaintWords;
import dev.kefu.complaint.quality.Words;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.Register.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registers of complaints as files. */
@Configuration(proxyBeanMethods = false)
class ComplaintRegisters {

  private static final String CASE = "Case 案件";
  private static final String CUSTOMER = "Customer no. 客戶編號";
  private static final String PRODUCT = "Product 產品";
  private static final String BATCH = "Batch 批號";
  private static final String STATE = "State 狀態";
  private static final String ENDED = "Ended 結束時間";
  private static final String OPENED = "Opened 立案時間";

  private static final Map<String, String> KINDS = FormLabels.of("complaint/complaint-handling-register", "registration.kind");
  private static final Map<String, String> CAUSES = FormLabels.of("complaint/complaint-handling-inquiry-investigate", "investigation.causeCategory");
  private static final Map<String, String> BRANCHES = Map.of("REPAIR", "Repair 維修", "EXCHANGE", "Exchange 換貨", "RETURN", "Return 退貨", "ALLOWANCE", "Allowance 折讓",
      "COMPENSATION", "Compensation 賠償", "APOLOGY", "Apology 致歉", "RECALL", "Recall 召回");
  private static final Map<String, String> BRANCH_STATES = Map.of("PROMISED", "Promised 已承諾", "UNDER_WAY", "Under way 辦理中", "DONE", "Done 已完成", "REFUSED",
      "Refused by the customer 客戶拒絕");
  private static final Map<String, String> GOODS_STATES = Map.of("INTACT", "Intact 完好", "DEFECTIVE", "Defective 不良", "MIXED", "Mixed 混料");
  private static final Map<String, String> HOLDS = Map.of("HELD", "Held 已通知暫控", "BLOCKED", "Blocked 已封存", "DECIDED", "Decided 已決定", "RELEASED", "Released 已放行",
      "SCRAPPED", "Scrapped 已報廢", "CANCELLED", "Cancelled 已取消");
  private static final Map<String, String> DISPOSALS = Map.of("RELEASE", "Release 放行", "REWORK", "Rework 返工", "SCRAP", "Scrap 報廢");
  private static final Map<String, String> EFFECTS = Map.of("OPEN", "Watched 監測中", "CLOSED", "Closed 已結束", "CANCELLED", "Cancelled 已取消");
  private static final Map<String, String> OCCASIONS = Map.of("week", "Weekly 周分析", "month", "Monthly 月分析", "year", "Yearly 年度分析", "cluster", "Three same complaints 三宗相同投訴");
  private static final Map<String, String> ANALYSES = Map.of("COUNTED", "Counted 已統計", "ANALYSED", "Analysed 已分析", "REVIEWED", "Reviewed 已審核", "PRESENTED", "Presented 已通報",
      "ACTED", "Acted upon 已落實", "COMPLETED", "Completed 已完成", "REJECTED", "Rejected 已否決", "WITHDRAWN", "Withdrawn 已撤銷", "CANCELLED", "Cancelled 已取消");

  /** The complaint ledger. */
  @Bean
  Register complaintExport() {
    return new Register("complaints", "Complaints 投訴台帳", Set.of("complaint_cases"), "complaint_cases c", "c.id", "c.received_at", List.of(text(CASE, "c.case_number"),
        time("Received 受理時間", "c.received_at"), code("Channel 渠道", "c.channel", FormLabels.of("complaint/complaint-handling-receive", "reception.channel")),
        text("Received by 受理人", "c.receiver"), text(CUSTOMER, "c.customer_code"), text("Contact 投訴人", "c.contact"), yesNo("Anonymous 匿名", "c.anonymous"),
        text(PRODUCT, "c.product"), text("Order 訂單號", "c.order_no"), text(BATCH, "c.batch_no"), number("Quantity 數量", "c.quantity"), date("Shipped 交運日期", "c.shipped_on"),
        text("Content 投訴內容", "c.content"), number("Claimed 要求金額", "c.claimed_amount"), code("Kind 類別", "c.kind", KINDS),
        code("Severity 等級", "c.severity", ComplaintWords.SEVERITIES), yesNo("Repeated 重複", "c.repeated"), yesNo("Injury or danger 人身危險", "c.injury_or_danger"),
        text("Handler 承辦人", "c.handler"), time("Response due 響應期限", "c.response_due"), time("Responded 響應時間", "c.responded_at"), time("Solution due 解決期限", "c.solve_due"),
        time("Solved 解決時間", "c.solved_at"), code("Founded 是否成立", "c.founded", FormLabels.of("complaint/complaint-handling-inquiry-investigate", "investigation.founded")),
        code("Cause 原因", "c.cause_category", CAUSES), code("Department 責任部門", "c.liable_department", ComplaintWords.DEPARTMENTS), text("Remedies 處理方式", "c.remedies"),
        number("Amount 處理金額", "c.amount"), number("Loss 損失金額", "c.loss_amount"), number("Satisfaction 滿意度", "c.satisfaction"), text("Merged into 併入", "c.merged_into"),
        text("Reopens 原案件", "c.reopens"), code(STATE, "c.status", ComplaintWords.STATUSES), time(ENDED, "c.ended_at")));
  }

  /** Remedies, a row for each branch. */
  @Bean
  Register remedyExport() {
    return new Register("complaint-remedies", "Remedies 處理執行台帳", Set.of("complaint_remedies", "complaint_remedy_items"),
        "complaint_remedy_items i join complaint_remedies r on r.id = i.remedy_id", "i.id", "r.opened_at", List.of(text(CASE, "r.case_number"), time(OPENED, "r.opened_at"),
        text(CUSTOMER, "r.customer_code"), code("Severity 等級", "r.severity", ComplaintWords.SEVERITIES), number("Approved 批準金額", "r.approved_amount"), text("Handler 承辦人", "r.handler"),
        text("Order 訂單號", "r.order_no"), text("Invoice 發票號", "r.invoice_no"), code("Branch 處理方式", "i.branch", BRANCHES), code("Branch state 執行狀態", "i.status", BRANCH_STATES),
        number("Amount 金額", "i.amount"), code("Certificate 證明", "i.certificate", FormLabels.of("complaint/complaint-remedy-goods-refund", "refund.certificate")),
        text("Reference 單號", "i.reference"), date("Prepared 準備日期", "i.prepared_on"), text("Prepared by 準備人", "i.prepared_by"), date("Done 完成日期", "i.done_on"),
        text("Done by 完成人", "i.done_by"), text("Note 說明", "i.note"), code(STATE, "r.status", Map.of("OPEN", "Open 執行中", "DONE", "Done 已完成", "REFUSED_BY_CUSTOMER",
            "Refused by the customer 客戶拒絕", "CANCELLED", "Cancelled 已取消")), time(ENDED, "r.ended_at")));
  }

  /** Lines of the slips of remedies. */
  @Bean
  Register remedyGoodsExport() {
    return new Register("complaint-remedy-goods", "Goods of remedies 退換貨明細", Set.of("complaint_remedy_goods"),
        "complaint_remedy_goods g join complaint_remedies r on r.id = g.remedy_id", "g.id", "r.opened_at", List.of(text(CASE, "r.case_number"), time(OPENED, "r.opened_at"),
        text(CUSTOMER, "r.customer_code"), number("Line 行號", "g.line_no"), code("Branch 處理方式", "g.branch", BRANCHES), text(PRODUCT, "g.product"), text(BATCH, "g.batch"),
        number("Quantity 數量", "g.quantity"), number("Unit price 單價", "g.unit_price"), number("Amount 金額", "g.amount"), number("Received 實收", "g.received"),
        code("Goods 貨物狀態", "g.state", GOODS_STATES), code("Cause of the return 退貨原因", "r.return_cause", FormLabels.of("complaint/complaint-remedy-write-slip", "slip.returnCause")),
        date("Re-sale until 轉售期限", "r.resale_until"), yesNo("Re-sold 已轉售", "r.resold")));
  }

  /** Quality complaints. */
  @Bean
  Register qualityExport() {
    return new Register("quality-complaints", "Quality complaints 質量投訴台帳", Set.of("complaint_quality_cases"), "complaint_quality_cases q", "q.id", "q.received_at",
        List.of(text(CASE, "q.case_number"), time("Received 受理時間", "q.received_at"), text(CUSTOMER, "q.customer_code"), text(PRODUCT, "q.product"), text("Order 訂單號", "q.order_no"),
            text(BATCH, "q.batch_no"), text("Batch on the sample 樣品批號", "q.sampled_batch"), number("Quantity 數量", "q.quantity"), date("Shipped 交運日期", "q.shipped_on"),
            code("Market 市場", "q.market", FormLabels.of("complaint/quality-complaint-confirm", "orderCheck.market")), code("Kind 類別", "q.kind", Words.KINDS),
            time("Due 期限", "q.due_at"), code("Fault 責任", "q.fault", Map.of("OURS", "Ours 我方", "NOT_OURS", "Not ours 非我方", "UNKNOWN", "Unknown 未定")),
            text("Cause 原因", "q.cause"), code("Kind of cause 原因類別", "q.cause_category", CAUSES), yesNo("Danger 危險", "q.danger"), number("Defect rate 不良率 %", "q.defect_rate"),
            number("Value of goods 貨物金額", "q.goods_value"), number("Loss 損失金額", "q.loss_amount"), text("Remedies 處理方式", "q.remedies"),
            number("Allowance 折讓比例 %", "q.allowance_percent"), number("Amount 處理金額", "q.amount"), text("Opinion of sales 業務意見", "q.sales_opinion"),
            code(STATE, "q.status", Words.STATUSES), time(ENDED, "q.ended_at")));
  }

  /** Whether corrections after quality complaints helped. */
  @Bean
  Register qualityEffectExport() {
    return new Register("quality-effects", "Effects of corrections 質量改善效果台帳", Set.of("complaint_effects"),
        "complaint_effects e join complaint_quality_cases q on q.id = e.quality_id", "e.id", "e.opened_at", List.of(text(CASE, "e.case_number"), text("Complaint 投訴", "q.case_number"),
        text(PRODUCT, "q.product"), text("Batch complained about 被投訴批號", "e.complained_batch"), number("Rounds 輪次", "e.rounds"), time(OPENED, "e.opened_at"),
        code(STATE, "e.status", EFFECTS), time(ENDED, "e.ended_at")));
  }

  /** Held batches. */
  @Bean
  Register batchHoldExport() {
    return new Register("batch-holds", "Held batches 批次暫控台帳", Set.of("complaint_batch_holds"), "complaint_batch_holds h join complaint_quality_cases q on q.id = h.quality_id",
        "h.id", "h.held_at", List.of(text(CASE, "h.case_number"), text("Complaint 投訴", "q.case_number"), text(BATCH, "h.batch_no"), text(PRODUCT, "h.product"),
        time("Held 暫控時間", "h.held_at"), text("Held by 暫控人", "h.held_by"), number("Quantity 封存數量", "h.quantity"), text("Place 地點", "h.place"),
        date("Blocked 封存日期", "h.blocked_on"), code("Disposal 處置", "h.disposal", DISPOSALS), text("Reason 理由", "h.reason"), text("Decided by 決定人", "h.decided_by"),
        time("Decided 決定時間", "h.decided_at"), number("Released 放行數量", "h.released"), number("Scrapped 報廢數量", "h.scrapped"), date("Done 完成日期", "h.done_on"),
        code(STATE, "h.status", HOLDS), time(ENDED, "h.ended_at")));
  }

  /** Corrective actions. */
  @Bean
  Register correctionExport(RoleDirectory roles) {
    Field department = new Field("Department 責任部門", "c.department", Type.TEXT, id -> roles.find(id).map(Role::label).orElse(id));
    return new Register("corrective-actions", "Corrective actions 改善台帳", Set.of("complaint_corrections"), "complaint_corrections c", "c.id", "c.opened_at",
        List.of(text(CASE, "c.case_number"), text("Complaint 投訴", "c.source_case"), time(OPENED, "c.opened_at"), department, text(PRODUCT, "c.product"), code("Kind 類別", "c.kind", KINDS),
            code("Cause 原因", "c.cause_category", CAUSES), text("Order 改善要求", "c.order_text"), time("Ordered 下達時間", "c.ordered_at"), text("Plan owner 計劃負責人", "c.plan_owner"),
            date("Plan date 計劃日期", "c.plan_due"), number("Plan returned 計劃退回次數", "c.plan_returns"), text("Work done 完成情況", "c.work_done"), text("Evidence 證據", "c.proof"),
            date("Carried out 執行日期", "c.carried_on"), yesNo("In time 按期", "c.carried_in_time"), number("Refusals 驗收不合格次數", "c.refusals"), text("Accepted by 驗收人", "c.accepted_by"),
            time("Accepted 驗收時間", "c.accepted_at"), number("Round 輪次", "c.round_no"),
            number("Repeated 復發次數", "(select count(*) from complaint_correction_repeats w where w.correction_id = c.id)"),
            code(STATE, "c.status", ComplaintWords.CORRECTIONS), time(ENDED, "c.ended_at")));
  }

  /** Analyses. */
  @Bean
  Register analysisExport() {
    return new Register("complaint-analyses", "Complaint analyses 投訴分析台帳", Set.of("complaint_analyses"), "complaint_analyses a", "a.id", "a.counted_at",
        List.of(text(CASE, "a.case_number"), code("Occasion 事由", "a.occasion", OCCASIONS), text("Period 期間", "a.period"), text("Subject 事項", "a.subject"), time("Counted 統計時間", "a.counted_at"),
            number("Total 總數", "a.total"), number("Closed 結案", "a.closed"), number("Open 未結", "a.open_cases"), number("In time 及時率 %", "a.in_time_rate"),
            number("Satisfied 滿意率 %", "a.satisfaction_rate"), number("Repeated 重複率 %", "a.repeat_rate"), number("Cost 損失金額", "a.cost"), number("Orders 訂單數", "a.orders"),
            number("Rate 投訴率 %", "a.complaint_rate"), text("Analysis 原因分析", "a.analysis"), text("Analysed by 分析人", "a.analysed_by"), text("Reviewed by 審核人", "a.reviewed_by"),
            time("Presented 通報時間", "a.presented_at"), code(STATE, "a.status", ANALYSES), time(ENDED, "a.ended_at")));
  }
}
