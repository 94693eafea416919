package dev.kefu.complaint.statistics;

import static dev.kefu.reporting.Period.Kind.MONTH;
import static dev.kefu.reporting.Period.Kind.WEEK;
import static dev.kefu.reporting.Period.Kind.YEAR;

import dev.kefu.complaint.handling.ComplaintWords;
import dev.kefu.engine.CaseAccess;
import dev.kefu.reporting.Column;
import dev.kefu.reporting.FormLabels;
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

/** What is counted of the complaint ledger. A complaint that was merged, opened by mistake, or found to be no complaint does not count. */
@Configuration(proxyBeanMethods = false)
class ComplaintReports {

  /** Id of the report of which analyses are made. */
  static final String STATISTICS = "complaint-statistics";

  private static final String HEAD = "customer-service-manager";
  private static final String GENERAL_MANAGER = "general-manager";
  private static final String QUALITY = "quality-department";
  private static final String SUPERVISOR = "complaint-supervisor";
  private static final String SPECIALIST = "complaint-specialist";

  private static final String ALL = "1 = 1";
  private static final String ENDED = "c.status in ('CLOSED', 'EXTERNAL', 'NO_CONTACT', 'WITHDRAWN')";
  private static final String OPEN = "not (" + ENDED + ")";
  private static final String COUNTS = "c.status not in ('MERGED', 'CANCELLED') and coalesce(c.settlement, '') <> 'help'";
  private static final String LEDGER = "complaint_cases c left join reporting_customers k on k.code = c.customer_code";
  /** Allowances, compensation and refunds that were carried out. */
  private static final String COSTS = " left join (select r.case_number as remedied_case, sum(i.amount) as cost from complaint_remedies r"
      + " join complaint_remedy_items i on i.remedy_id = r.id where i.status = 'DONE' and i.branch in ('ALLOWANCE', 'COMPENSATION', 'RETURN', 'RECALL')"
      + " group by r.case_number) p on p.remedied_case = c.case_number";
  private static final String RATE = "Rate 投訴率: complaints for 100 orders, as many as an analysis of the same period names. 投訴率為每百份訂單投訴件數，訂單數取自同期投訴分析。";
  private static final String WHAT_COUNTS = "Complaints received in the period; merged ones, mistakes and mere questions do not count. 按受理日期統計；已合併、誤開及諮詢不計。";

  private static final Map<String, String> KINDS = FormLabels.of("complaint/complaint-handling-register", "registration.kind");
  private static final Map<String, String> CHANNELS = FormLabels.of("complaint/complaint-handling-receive", "reception.channel");
  private static final Map<String, String> CAUSES = FormLabels.of("complaint/complaint-handling-inquiry-investigate", "investigation.causeCategory");
  private static final Map<String, String> REGIONS = FormLabels.of("information/customer-lookup-register", "registration.region");

  private static final Grouping BY_PRODUCT = Grouping.byText("product", "Product 產品", "c.product");
  private static final Grouping BY_REGION = Grouping.byCode("region", "Region 區域", "k.region", REGIONS);
  private static final Grouping BY_DEPARTMENT = Grouping.byCode("department", "Department 責任部門", "c.liable_department", ComplaintWords.DEPARTMENTS);
  private static final Grouping BY_KIND = Grouping.byCode("kind", "Kind 類別", "c.kind", KINDS);
  private static final Grouping BY_SEVERITY = Grouping.byCode("severity", "Severity 等級", "c.severity", ComplaintWords.SEVERITIES);
  private static final Grouping BY_CHANNEL = Grouping.byCode("channel", "Channel 渠道", "c.channel", CHANNELS);
  private static final Grouping BY_CAUSE = Grouping.byCode("cause", "Cause 原因", "c.cause_category", CAUSES);

  private static final List<Fact> FACTS = List.of(new Fact("Product 產品", "c.product", UnaryOperator.identity()), new Fact("Kind 類別", "c.kind", named(KINDS)),
      new Fact("Severity 等級", "c.severity", named(ComplaintWords.SEVERITIES)), new Fact("State 狀態", "c.status", named(ComplaintWords.STATUSES)));

  private static final String ANSWERED_LATE = "c.responded_at is null and c.response_due < :now and " + OPEN;
  private static final String SOLVED_LATE = "c.solved_at is null and c.solve_due < :now and " + OPEN;

  /** Number, rate, kinds: the form 客戶投訴統計表. */
  @Bean
  Report complaintStatistics() {
    return new Report(STATISTICS, "Complaints 客戶投訴統計表", WHAT_COUNTS + " " + RATE, Set.of(HEAD, QUALITY, SPECIALIST), List.of(WEEK, MONTH), ledger(LEDGER),
        List.of(BY_PRODUCT, BY_REGION, BY_DEPARTMENT, BY_KIND, BY_SEVERITY, BY_CHANNEL, BY_CAUSE),
        List.of(Column.count("count", "Number 件數", ALL), Column.share("share", "Share 佔比", ALL), Column.change("change", "Change 增減", ALL), orders(),
            Column.count("urgent", "Urgent 緊急", "c.severity = 'urgent'"), Column.count("major", "Major 重大", "c.severity = 'major'"),
            Column.count("ordinary", "Ordinary 一般", "c.severity = 'ordinary'"), Column.count("closed", "Closed 已結案", ENDED), Column.count("open", "Open 未結案", OPEN)));
  }

  /** First responses and solutions in time. */
  @Bean
  Report complaintTimelinessReport(CaseAccess access) {
    Grouping byHandler = new Grouping("handler", "Handler 承辦人", "c.handler", "c.handler",
        person -> access.namesOf(List.of(person)).getOrDefault(person, person));
    return new Report("complaint-timeliness-report", "Complaint deadlines 投訴處理及時率",
        WHAT_COUNTS + " In time 及時: of those that were answered or solved, or should have been by now. Mean days 平均天數: from receipt to end. Overdue 逾期: open and late now."
            + " 及時率以已響應（已解決）及已到期者為基數；平均天數自受理至結束；逾期指未結且現已超期。",
        Set.of(SUPERVISOR, HEAD), List.of(WEEK), ledger(LEDGER), List.of(BY_SEVERITY, byHandler),
        List.of(Column.count("count", "Number 件數", ALL),
            Column.rate("responseInTime", "First response in time 首次響應及時率", "c.responded_at <= c.response_due", "c.response_due is not null and (c.responded_at is not null or " + ANSWERED_LATE + ")"),
            Column.rate("closedInTime", "Solved in time 按期辦結率", "c.solved_at <= c.solve_due", "c.solve_due is not null and (c.solved_at is not null or " + SOLVED_LATE + ")"),
            Column.meanDays("meanDays", "Mean days 平均天數", "c.received_at", "c.ended_at", "c.ended_at is not null"),
            Column.count("overdue", "Overdue now 現已逾期", "(" + ANSWERED_LATE + ") or (" + SOLVED_LATE + ")")));
  }

  /** Causes, trend and cost: the form 客戶投訴分析表. */
  @Bean
  Report complaintAnalysisReport() {
    return new Report("complaint-analysis-report", "Complaint analysis 客戶投訴分析",
        WHAT_COUNTS + " Cost 損失: allowances, compensation and refunds carried out. Satisfied 滿意: 4 or 5 of 5 at the call-back, of those reached."
            + " 損失為已執行的折讓、賠償與退款；滿意指回訪評分四分及以上，以已聯繫上者為基數。",
        Set.of(GENERAL_MANAGER, QUALITY, "production-department", "rd-department", "sales-manager", "marketing-department", "logistics-department", HEAD, SUPERVISOR, SPECIALIST),
        List.of(MONTH, YEAR), ledger(LEDGER + COSTS), List.of(BY_CAUSE, BY_PRODUCT),
        List.of(Column.count("count", "Number 件數", ALL), Column.share("share", "Share 佔比", ALL), Column.cumulative("cumulative", "Cumulative share 累計佔比", ALL),
            Column.change("change", "Trend 增減", ALL), Column.sum("cost", "Cost 損失金額", Column.Kind.MONEY, "coalesce(p.cost, 0)", ALL),
            Column.rate("repeated", "Repeated 重複率", "c.repeated", ALL), Column.rate("satisfied", "Satisfied 回訪滿意率", "c.satisfaction >= 4", "c.satisfaction is not null")));
  }

  private static Column orders() {
    return new Column("rate", "Rate 投訴率", Column.Kind.PER_HUNDRED, null, ALL, "(select max(a.orders) from complaint_analyses a where a.period = :period)");
  }

  private static Source ledger(String from) {
    return new Source(from, COUNTS, "c.id", "c.case_number", "c.received_at", FACTS);
  }

  private static UnaryOperator<String> named(Map<String, String> labels) {
    return code -> labels.getOrDefault(code, code);
  }
}
