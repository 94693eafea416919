package dev.kefu.aftersales.roster;

import java.util.Arrays;

/** The shifts of a day (F49). */
enum ShiftKind {

  EARLY("early", "early 早班"), MIDDLE("middle", "middle 中班"), LATE("late", "late 晚班"), ON_CALL("onCall", "on call 值班");

  private final String code;
  private final String label;

  ShiftKind(String code, String label) {
    this.code = code;
    this.label = label;
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  /**
   * The shift with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  static ShiftKind of(String code) {
    return Arrays.stream(values()).filter(kind -> kind.code.equals(code)).findFirst().orElseThrow(() -> new IllegalArgumentException("No shift has the code " + code + "."));
  }
}
