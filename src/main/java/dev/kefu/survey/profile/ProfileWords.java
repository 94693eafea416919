package dev.kefu.survey.profile;

import dev.kefu.reporting.FormLabels;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Codes of information surveys as people read them. */
final class ProfileWords {

  private static final String FORM = "survey/customer-information-survey-fill";

  static final Map<String, String> STYLES = FormLabels.of(FORM, "answers.operatingStyle");
  static final Map<String, String> STATES = FormLabels.of(FORM, "answers.businessState");
  static final Map<String, String> PRICES = FormLabels.of(FORM, "answers.priceLevel");
  static final Map<String, String> TYPES = FormLabels.of(FORM, "answers.enterpriseType");
  static final Map<String, String> POSITIONS = FormLabels.of(FORM, "answers.tradePosition");
  static final Map<String, String> PAYMENTS = FormLabels.of(FORM, "answers.paymentMethod");
  static final Map<String, String> OCCASIONS = Map.of("newCustomer", "New customer 新客戶", "yearly", "Twelve months after the last survey 滿十二個月", "visit", "Visit to collect information 拜訪收集信息",
      "request", "On request 臨時提出");
  static final Map<String, String> ALERTS = Map.of("declining", "Business declining 經營狀況衰退", "cutPrices", "Cut prices 削價", "salesDown", "Peak-month sales down by more than 30 % 旺季月銷量下降超過 30 %");

  private static final int MOST_CHARACTERS = 4000;
  private static final String REST = "\n\n…";

  private ProfileWords() {
  }

  /** Findings with commas between them. */
  static String alerts(String codes) {
    return Arrays.stream(codes.split(",")).map(code -> ALERTS.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }

  /** Parts of a text below one another, as long as a plain variable takes it. */
  static String facts(List<String> parts) {
    String text = String.join("\n\n", parts);
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - REST.length()) + REST;
  }
}
