package dev.kefu.relationship.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The form customer-visit-record. */
@JsonIgnoreProperties(ignoreUnknown = true)
record VisitRecord(List<Prospect> prospectsLearned, String competitorInfo, String creditAnomaly, String contactChange, String dispute, String idea, String fault,
                   String satisfaction, BigDecimal trainingHours, boolean expenses) {

  private static final List<String> SCALE = List.of("veryDissatisfied", "dissatisfied", "fair", "satisfied", "verySatisfied");

  /**
   * Somebody who may become a customer.
   *
   * @param data what was learned
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Prospect(String name, String data) {
  }

  /** What the table of follow-ups asks: what was filled in was found. */
  Findings findings() {
    return new Findings(said(dispute), said(idea), said(fault), said(creditAnomaly), prospectsLearned != null && !prospectsLearned.isEmpty(), said(competitorInfo), said(contactChange));
  }

  /** 1 (very dissatisfied) to 5 (very satisfied). */
  int points() {
    return SCALE.indexOf(satisfaction) + 1;
  }

  /** What was found, in words. */
  String facts(String caseNumber) {
    List<String> parts = new ArrayList<>();
    parts.add("Visit 拜訪 " + caseNumber);
    add(parts, "Dispute 爭議", dispute);
    add(parts, "Idea 建議", idea);
    add(parts, "Fault 故障", fault);
    add(parts, "Credit change 信用異動", creditAnomaly);
    add(parts, "Prospects 準客戶", prospectsLearned == null ? null : prospectsLearned.stream().map(prospect -> prospect.name() + ": " + prospect.data()).collect(Collectors.joining("; ")));
    add(parts, "Competitors 競爭對手", competitorInfo);
    add(parts, "Contact changed 聯絡資料變更", contactChange);
    if (parts.size() == 1) {
      parts.add("Nothing that must follow 無後續事項");
    }
    return VisitWords.facts(parts);
  }

  private static void add(List<String> parts, String title, String text) {
    if (said(text)) {
      parts.add("**" + title + ":** " + text);
    }
  }

  private static boolean said(String text) {
    return text != null && !text.isBlank();
  }
}
