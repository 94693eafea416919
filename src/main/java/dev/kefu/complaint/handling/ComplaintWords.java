package dev.kefu.complaint.handling;

import dev.kefu.complaint.Department;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What people read for codes of the ledger that no form offers as options. */
public final class ComplaintWords {

  /** By the code that the table complaint-severity gives. */
  public static final Map<String, String> SEVERITIES = Map.of("urgent", "Urgent 緊急", "major", "Major 重大", "ordinary", "Ordinary 一般");

  /** By the code of whoever is held responsible: those that the inquiry offers, and those that only the table complaint-liability gives. */
  public static final Map<String, String> DEPARTMENTS = Stream.concat(Arrays.stream(Department.values()).map(department -> Map.entry(department.code(), department.title())),
      Stream.of(Map.entry("section", "The section that served 服務部門"), Map.entry("none", "None, use by customer 無（客戶使用）"), Map.entry("unclear", "Unclear 不明")))
      .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  /** By where a complaint stands. */
  public static final Map<String, String> STATUSES = Map.ofEntries(Map.entry("RECEIVED", "Received 已受理"), Map.entry("REGISTERED", "Registered 已登記"),
      Map.entry("GRADED", "Graded 已定級"), Map.entry("ASSIGNED", "Under inquiry 調查中"), Map.entry("SOLVED", "Solved 已解決"), Map.entry("REVIEWED", "Reviewed 已審核"),
      Map.entry("CLOSED", "Closed 已結案"), Map.entry("EXTERNAL", "Gone to mediation or court 轉外部處理"), Map.entry("NO_CONTACT", "Closed without contact 失聯結案"),
      Map.entry("WITHDRAWN", "Withdrawn 已撤回"), Map.entry("MERGED", "Merged 已合併"), Map.entry("CANCELLED", "Cancelled 已取消"));

  /** By where a corrective action stands. */
  public static final Map<String, String> CORRECTIONS = Map.ofEntries(Map.entry("OPENED", "Opened 已提出"), Map.entry("ORDERED", "Ordered 已下達"), Map.entry("PLANNED", "Planned 已擬計劃"),
      Map.entry("CARRYING", "Being carried out 執行中"), Map.entry("CARRIED", "Carried out 已執行"), Map.entry("WATCHING", "Watched 監測中"), Map.entry("EFFECTIVE", "Effective 有效"),
      Map.entry("ESCALATED", "Refused for good 驗收未通過"), Map.entry("WITHDRAWN", "Withdrawn 已撤銷"), Map.entry("CANCELLED", "Cancelled 已取消"));

  private ComplaintWords() {
  }
}
