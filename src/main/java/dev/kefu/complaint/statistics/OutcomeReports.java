package dev.kefu.complaint.statistics;

import static dev.kefu.reporting.Period.Kind.MONTH;

import dev.kefu.complaint.handling.ComplaintWords;
import dev.kefu.complaint.quality.Words;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import dev.kefu.reporting.Column;
import dev.kefu.reporting.Column.Kind;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of what became of complaints: quality cases, responsibility, goods and money, corrections. What was opened by mistake does not count. */
@Configuration(proxyBeanMethods = false)
class OutcomeReports {

  private static final String ALL = "1 = 1";
  private static final String GENERAL_MANAGER = "general-manager";
  private static final String QUALITY = "quality-department";

  private static final String UNJUSTIFIED = "q.status = 'UNJUSTIFIED' or coalesce(q.kind, '') = 'unjustified'";
  private static final String HELD = "exists (select 1 from complaint_batch_holds h where h.quality_id = q.id and h.status <> 'CANCELLED')";
  private static final String RECALLED = "concat(',', coalesce(q.remedies, ''), ',') like '%,recall,%'";

  /** Shares by the judgement of a quality complaint; by the report of any other complaint. */
  private static final String SHARES = "(select 2 * (q.id * 100 + s.position) as id, q.case_number, q.judged_at as judged_at, s.department, s.person, s.share, s.loss, 1 as quality"
      + " from complaint_quality_shares s join complaint_quality_cases q on q.id = s.quality_id where q.status <> 'CANCELLED'"
      + " union all select 2 * (c.id * 100 + s.position) + 1, c.case_number, c.reported_at, s.department, s.person, s.share, s.loss, 0"
      + " from complaint_case_shares s join complaint_cases c on c.id = s.complaint_id where c.status <> 'CANCELLED'"
      + " and not exists (select 1 from complaint_quality_cases q join complaint_quality_shares j on j.quality_id = q.id where q.complaint_id = c.id and q.status <> 'CANCELLED')) s";

  private static final String LINE_VALUE = "g.amount * least(coalesce(g.received, 0), g.quantity) / g.quantity";
  private static final String SLIPS = "complaint_remedy_goods g join complaint_remedies r on r.id = g.remedy_id"
      + " join complaint_remedy_items i on i.remedy_id = g.remedy_id and i.branch = g.branch left join reporting_customers k on k.code = r.customer_code"
      + " left join (select g.remedy_id, g.branch, sum(" + LINE_VALUE + ") as came_back from complaint_remedy_goods g group by g.remedy_id, g.branch) v"
      + " on v.remedy_id = g.remedy_id and v.branch = g.branch";
  private static final String REFUND = "case when v.came_back > 0 then i.amount * (" + LINE_VALUE + ") / v.came_back else 0 end";

  private static final String HELPED = "c.status = 'EFFECTIVE'";
  private static final String REPEATED = "exists (select 1 from complaint_correction_repeats w where w.correction_id = c.id)";
  private static final Map<String, String> BRANCHES = Map.of("EXCHANGE", "Exchange 換貨", "RETURN", "Return 退貨", "RECALL", "Recall 召回", "ALLOWANCE", "Allowance 折讓");

  /** Kinds, deadline of 13 or 16 days, batches. */
  @Bean
  Report qualityComplaintReport() {
    return new Report("quality-complaint-report", "Quality complaints 質量投訴統計",
        "Quality complaints received in the period; mistakes do not count. Unjustified 非正當理由: by kind, or found to be no fault of ours. In time 按期: ended within 13 calendar days"
            + " (overseas 16) of receipt, of those that ended or should have by now. 按受理日期統計，誤開不計；按期指自受理起國內 13 日、國外 16 日內辦結，以已辦結及已到期者為基數。",
        Set.of(QUALITY, GENERAL_MANAGER), List.of(MONTH),
        new Source("complaint_quality_cases q", "q.status <> 'CANCELLED'", "q.id", "q.case_number", "q.received_at",
            List.of(fact("Product 產品", "q.product"), fact("Batch 批號", "coalesce(q.sampled_batch, q.batch_no)"), fact("Kind 類別", "q.kind", Words.KINDS),
                fact("State 狀態", "q.status", Words.STATUSES))),
        List.of(Grouping.byText("product", "Product 產品", "q.product"), Grouping.byText("batch", "Batch 批號", "coalesce(q.sampled_batch, q.batch_no)")),
        List.of(Column.count("count", "Number 件數", ALL), Column.count("general", "General 一般性", "q.kind = 'general' and not (" + UNJUSTIFIED + ")"),
            Column.count("claim", "Claim 索賠性", "q.kind = 'claim' and not (" + UNJUSTIFIED + ")"), Column.count("unjustified", "Unjustified 非正當理由", UNJUSTIFIED),
            Column.rate("inTime", "In time 按期辦結率", "q.ended_at <= q.due_at", "q.due_at is not null and (q.ended_at is not null or q.due_at < :now)"),
            Column.count("held", "Batch held 批次封存", HELD), Column.count("recalled", "Recalled 召回", RECALLED)));
  }

  /** Loss of departments and persons. */
  @Bean
  Report responsibilityReport() {
    return new Report("responsibility-report", "Responsibility and loss 責任歸屬與損失",
        "Shares of responsibility, with the loss that falls on each: of quality complaints as judged in the period, of other complaints as reported in it."
            + " 各責任方按比例承擔的損失：質量投訴按判責日期，其他投訴按處理報告日期統計。",
        Set.of(GENERAL_MANAGER), List.of(MONTH),
        new Source(SHARES, ALL, "s.id", "s.case_number", "s.judged_at",
            List.of(fact("Person 責任人", "s.person"), fact("Share 責任比例 %", "cast(s.share as char(7))"), fact("Loss 損失金額", "cast(s.loss as char(17))"))),
        List.of(Grouping.byCode("department", "Department 責任部門", "s.department", ComplaintWords.DEPARTMENTS), Grouping.byText("person", "Person 責任人", "s.person")),
        List.of(Column.sum("loss", "Loss 損失金額", Kind.MONEY, "s.loss", ALL), Column.count("count", "Times 次數", ALL), Column.count("alone", "Alone responsible 單獨負責", "s.share = 100"),
            Column.sum("qualityLoss", "of which quality 其中質量損失", Kind.MONEY, "s.loss", "s.quality = 1")));
  }

  /** Goods that came back or were replaced, allowances, refunds. */
  @Bean
  Report returnAllowanceReport() {
    return new Report("return-allowance-report", "Returns and allowances 退貨折讓統計",
        "Lines of the slips of remedies finished in the period. Returned 退回: quantity counted by the warehouse, recalls too. Refund 退款: what was paid, divided by the value of what came"
            + " back. Re-sold 轉售: returned for a refund and sold again within its term of one month. 按完成日期統計；退回為倉庫實收數量（含召回）；退款按實收貨值分攤；轉售指退回後在期限（一個月）內售出。",
        Set.of("finance-manager", "sales-manager"), List.of(MONTH),
        new Source(SLIPS, "i.status = 'DONE' and i.done_on is not null and g.branch in ('EXCHANGE', 'RETURN', 'RECALL', 'ALLOWANCE')", "g.id", "r.case_number", "cast(i.done_on as datetime)",
            List.of(fact("Branch 處理方式", "g.branch", BRANCHES), fact("Product 產品", "g.product"), fact("Batch 批號", "g.batch"), fact("Customer 客戶", "r.customer_code"))),
        List.of(Grouping.byText("product", "Product 產品", "g.product"),
            new Grouping("customer", "Customer 客戶", "r.customer_code", "concat(r.customer_code, ' ', coalesce(k.name, ''))", UnaryOperator.identity())),
        List.of(Column.sum("returned", "Returned 退回數量", Kind.QUANTITY, "coalesce(g.received, 0)", "g.branch in ('RETURN', 'RECALL')"),
            Column.sum("exchanged", "Exchanged 換貨數量", Kind.QUANTITY, "g.quantity", "g.branch = 'EXCHANGE'"),
            Column.sum("allowance", "Allowance 折讓金額", Kind.MONEY, "g.amount", "g.branch = 'ALLOWANCE'"), Column.sum("refund", "Refund 退款金額", Kind.MONEY, REFUND, "g.branch = 'RETURN'"),
            Column.sum("resold", "Re-sold in one month 一個月內轉售數量", Kind.QUANTITY, "coalesce(g.received, 0)",
                "g.branch = 'RETURN' and r.resold and i.done_on <= coalesce(r.resale_until, i.done_on)")));
  }

  /** The form 投訴改善追蹤表. */
  @Bean
  Report correctiveActionReport(RoleDirectory roles) {
    UnaryOperator<String> department = id -> roles.find(id).map(Role::label).orElse(id);
    return new Report("corrective-action-report", "Corrective actions 改善追蹤表",
        "Corrective actions opened in the period; withdrawn ones and mistakes do not count. In time 按期: carried out by the plan's date, of those carried out or due by now. Effective 有效: no same"
            + " complaint in the ninety days of watch, of those whose watch ended or whose work was refused for good. Repeated 復發: the same complaint came again in ninety days."
            + " 按提出日期統計，已撤銷及誤開不計；按期以已完成及已到期者為基數；有效指監測九十日內未復發，以監測結束及驗收未通過者為基數。",
        Set.of(GENERAL_MANAGER, QUALITY), List.of(MONTH),
        new Source("complaint_corrections c", "c.status not in ('WITHDRAWN', 'CANCELLED')", "c.id", "c.case_number", "c.opened_at",
            List.of(fact("Complaint 投訴", "c.source_case"), fact("Product 產品", "c.product"), fact("Plan date 計劃日期", "cast(c.plan_due as char(10))"),
                fact("State 狀態", "c.status", ComplaintWords.CORRECTIONS))),
        List.of(new Grouping("department", "Department 責任部門", "c.department", "c.department", department)),
        List.of(Column.count("count", "Number 件數", ALL), Column.count("ordered", "Ordered 已下達", "c.ordered_at is not null"),
            Column.rate("inTime", "Done in time 按期完成率", "c.carried_in_time", "c.carried_in_time is not null or c.plan_due < cast(:now as date)"),
            Column.rate("effective", "Effective 有效率", HELPED + " and not " + REPEATED, HELPED + " or c.status = 'ESCALATED' or " + REPEATED),
            Column.count("repeated", "Repeated in 90 days 九十日內復發", REPEATED)));
  }

  private static Fact fact(String label, String value) {
    return new Fact(label, value, UnaryOperator.identity());
  }

  private static Fact fact(String label, String value, Map<String, String> labels) {
    return new Fact(label, value, code -> labels.getOrDefault(code, code));
  }
}
