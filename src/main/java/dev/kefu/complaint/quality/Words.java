package dev.kefu.complaint.quality;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Codes and lists of a quality complaint as people read them. */
public final class Words {

  /** By the code that the table quality-complaint-kind gives. */
  public static final Map<String, String> KINDS = Map.of("general", "General 一般性", "claim", "Claim 索賠性", "unjustified", "Unjustified 非正當理由");
  /** By where a quality complaint stands. */
  public static final Map<String, String> STATUSES = Map.ofEntries(Map.entry("OPEN", "Open 已受理"), Map.entry("SAMPLED", "Sampled 已取樣"), Map.entry("TESTED", "Tested 已檢驗"),
      Map.entry("ANALYSED", "Cause found 已查明原因"), Map.entry("JUDGED", "Judged 已判責"), Map.entry("PROPOSED", "Proposed 已提出方案"), Map.entry("APPROVED", "Approved 已批準"),
      Map.entry("REMEDIED", "Remedied 已處理"), Map.entry("CLOSED", "Closed 已結案"), Map.entry("UNJUSTIFIED", "Unjustified 非正當理由"), Map.entry("REJECTED", "Rejected 已否決"),
      Map.entry("REFUSED", "Refused by the customer 客戶拒絕"), Map.entry("CANCELLED", "Cancelled 已取消"));

  static final Map<String, String> REMEDIES = Map.of("recall", "Recall 召回", "rework", "Rework on site 返工", "exchange", "Exchange 換貨", "allowance", "Allowance 折讓",
      "return", "Return and refund 退貨", "compensation", "Damages by contract 合同賠償");

  /** The longest text that a called process takes. */
  private static final int LONGEST = 4000;

  private Words() {
  }

  /** The lines of a list; each element gives one. */
  static <T> String lines(Collection<T> elements, Function<T, String> line) {
    return elements.stream().map(line).collect(Collectors.joining("\n"));
  }

  /** Names of remedies. */
  static String remedies(List<String> codes) {
    return codes.stream().map(code -> REMEDIES.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }

  /** Paragraphs, without those that are null or empty, cut to what a called process takes. */
  static String paragraphs(String... parts) {
    String joined = Stream.of(parts).filter(Objects::nonNull).filter(part -> !part.isBlank()).collect(Collectors.joining("\n\n"));
    return joined.length() <= LONGEST ? joined : joined.substring(0, joined.offsetByCodePoints(0, joined.codePointCount(0, LONGEST - 1) - 1)) + "…";
  }
}
