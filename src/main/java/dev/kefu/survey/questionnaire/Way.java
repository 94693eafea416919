package dev.kefu.survey.questionnaire;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** How somebody was asked. */
public enum Way {

  INTERVIEW("interview", "In person 面訪"),
  PHONE("phone", "Phone 電話"),
  MAIL("mail", "Mail 郵寄"),
  ONLINE("online", "Online 網絡");

  private final String code;
  private final String label;

  Way(String code, String label) {
    this.code = code;
    this.label = label;
  }

  public String code() {
    return code;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  static boolean isKnown(String code) {
    return Arrays.stream(values()).anyMatch(way -> way.code.equals(code));
  }

  /** Code to label. */
  static Map<String, String> labels() {
    return Arrays.stream(values()).collect(Collectors.toMap(Way::code, Way::label));
  }
}
