package dev.kefu.complaint.analysis;

import dev.kefu.complaint.Department;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An analysis as people read it: tables of Markdown for forms, lines for approvals and letters. English 中文. */
final class AnalysisWords {

  private static final Map<String, String> OCCASIONS = Map.of("week", "Weekly 周分析", "month", "Monthly 月分析", "year", "Yearly 年度分析",
      "cluster", "Three same complaints in 7 days 七日內三宗相同投訴");
  private static final Map<String, String> TABLES = Map.of("kind", "By kind 按類別", "product", "By product 按產品", "region", "By region 按區域", "cause", "By cause 按原因",
      "department", "By department 按部門");
  static final List<String> ORDER = List.of("kind", "product", "region", "cause", "department");
  private static final int MOST_LINES = 10;
  /** The longest text that a called process takes. */
  private static final int LONGEST = 4000;
  private static final String OPEN = "—";

  private AnalysisWords() {
  }

  static String period(ComplaintAnalysis analysis) {
    return OCCASIONS.get(analysis.getOccasion()) + " · " + analysis.getBeginsOn() + " – " + analysis.getEndsBefore().minusDays(1)
        + (analysis.getSubject() == null ? "" : " · " + plain(analysis.getSubject()));
  }

  static String numbers(ComplaintAnalysis analysis) {
    return "Total 總數 " + analysis.getTotal() + " · closed 結案 " + analysis.getClosed() + " · open 未結 " + analysis.getOpen() + "\n\nIn time 及時率 "
        + percent(analysis.getInTimeRate()) + " · satisfied 滿意率 " + percent(analysis.getSatisfactionRate()) + " · repeated 重複率 " + percent(analysis.getRepeatRate())
        + " · cost 損失 " + analysis.getCost().toPlainString() + " 元";
  }

  static String rate(ComplaintAnalysis analysis) {
    return "Complaint rate 投訴率: " + percent(analysis.getComplaintRate()) + (analysis.getOrders() == null ? "" : " (" + analysis.getOrders() + " orders 訂單)");
  }

  static String tables(ComplaintAnalysis analysis) {
    return ORDER.stream().map(id -> table(TABLES.get(id), analysis.getFigures().stream().filter(figure -> figure.getGrouping().equals(id)).toList()))
        .collect(Collectors.joining("\n\n"));
  }

  private static String table(String title, List<Figure> lines) {
    String rows = lines.stream().limit(MOST_LINES).map(line -> "| " + plain(line.getLabel()) + " | " + line.getCases() + " | " + percent(line.getShare()) + " | "
        + percent(line.getGrowth()) + " |").collect(Collectors.joining("\n"));
    return "| " + title + " | Number 件數 | Share 佔比 | Change 增減 |\n|---|---:|---:|---:|\n" + (rows.isEmpty() ? "| " + OPEN + " | 0 | " + OPEN + " | " + OPEN + " |" : rows);
  }

  /** Causes, the largest first, until four fifths of all complaints are explained. */
  static String mainCauses(ComplaintAnalysis analysis) {
    return causes(analysis.getCauses().stream().filter(cause -> cause.getCumulative().subtract(cause.getShare()).compareTo(BigDecimal.valueOf(80)) < 0).toList());
  }

  /** Causes for which the table complaint-focus demands a correction. */
  static String obligatory(ComplaintAnalysis analysis) {
    return causes(analysis.getCauses().stream().filter(Cause::needsCorrection).toList());
  }

  private static String causes(List<Cause> causes) {
    return causes.isEmpty() ? OPEN : causes.stream().map(cause -> Analyses.causeName(cause.getCause()) + ": " + cause.getCases() + ", " + percent(cause.getShare())
        + " (cumulative 累計 " + percent(cause.getCumulative()) + ")").collect(Collectors.joining("; "));
  }

  static String facts(ComplaintAnalysis analysis) {
    String proposals = analysis.getProposals().stream().map(one -> one.getProposal() + " ("
        + Department.ofCode(one.getDepartment()).map(Department::title).orElse(one.getDepartment()) + ", " + one.getDueOn() + ")").collect(Collectors.joining("; "));
    String all = String.join("\n\n", period(analysis), numbers(analysis), rate(analysis), "Main causes 主要原因: " + mainCauses(analysis),
        "Must be corrected 必須改善: " + obligatory(analysis), "Analysis 原因分析: " + analysis.getAnalysis(), "Proposals 改進建議: " + (proposals.isEmpty() ? OPEN : proposals));
    return all.length() <= LONGEST ? all : all.substring(0, LONGEST - 1) + "…";
  }

  static String percent(BigDecimal value) {
    return value == null ? OPEN : value.toPlainString() + " %";
  }

  /** What people wrote is no markup. */
  private static String plain(String text) {
    return text.replaceAll("[|<>*_`\\[\\]\\\\\\r\\n\\t]+", " ").strip();
  }
}
