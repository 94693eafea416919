package dev.kefu.complaint.handling;

import java.util.Map;

/** What people read for codes of the ledger that no form offers as options. */
public final class ComplaintWords {

  /** By the code that the table complaint-severity gives. */
  public static final Map<String, String> SEVERITIES = Map.of("urgent", "Urgent 緊急", "major", "Major 重大", "ordinary", "Ordinary 一般");

  /** By the code of whoever is held responsible: those that the inquiry offers, and those that only the table complaint-liability gives. */
  public static final Map<String, String> DEPARTMENTS = Map.ofEntries(Map.entry("purchasing", "Purchasing 採購部"), Map.entry("production", "Production 生產部"),
      Map.entry("rd", "Research and development 研發部"), Map.entry("quality", "Quality 質量管理部"), Map.entry("logistics", "Logistics 物流儲運部"),
      Map.entry("sales", "Sales 銷售部"), Map.entry("marketing", "Marketing 市場部"), Map.entry("afterSales", "After-sales 售後服務"),
      Map.entry("customerService", "Customer service 客戶服務部"), Map.entry("finance", "Finance 財務部"), Map.entry("section", "The section that served 服務部門"),
      Map.entry("none", "None, use by customer 無（客戶使用）"), Map.entry("unclear", "Unclear 不明"));

  /** By where a complaint stands. */
  public static final Map<String, String> STATUSES = Map.ofEntries(Map.entry("RECEIVED", "Received 已受理"), Map.entry("REGISTERED", "Registered 已登記"),
      Map.entry("GRADED", "Graded 已定級"), Map.entry("ASSIGNED", "Under inquiry 調查中"), Map.entry("SOLVED", "Solved 已解決"), Map.entry("REVIEWED", "Reviewed 已審核"),
      Map.entry("CLOSED", "Closed 已結案"), Map.entry("EXTERNAL", "Gone to mediation or court 轉外部處理"), Map.entry("NO_CONTACT", "Closed without contact 失聯結案"),
      Map.entry("WITHDRAWN", "Withdrawn 已撤回"));

  private ComplaintWords() {
  }
}
