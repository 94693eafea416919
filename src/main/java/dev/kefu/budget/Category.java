package dev.kefu.budget;

import java.util.Locale;
import lombok.RequiredArgsConstructor;

/** What money was spent on; the form's codes in capitals. */
@RequiredArgsConstructor
public enum Category {
  TRAVEL("Travel 差旅"),
  HOSPITALITY("Hospitality 招待"),
  GIFT("Gift 禮品"),
  EVENT("Event 活動"),
  SURVEY("Outside survey 調查"),
  TRAINING("Training 培訓"),
  OFFICE("Office 辦公"),
  REPAIR("Repair 維修"),
  OTHER("Other 其他");

  private final String label;

  public static Category of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /** As the decision table knows it. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String label() {
    return label;
  }
}
