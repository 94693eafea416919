package dev.kefu.complaint.remedy;

import java.util.Arrays;
import java.util.Locale;

/** What is carried out side by side for one complaint (P61); repair and rework are one branch. */
enum Branch {
  REPAIR("Repair 維修"), EXCHANGE("Exchange 換貨"), RETURN("Return 退貨"), ALLOWANCE("Allowance 折讓"), COMPENSATION("Compensation 賠償"), APOLOGY("Apology 致歉"),
  RECALL("Recall 召回");

  private final String title;

  Branch(String title) {
    this.title = title;
  }

  /** Code of an approved remedy, for example {@code rework}. */
  static Branch of(String remedy) {
    if (remedy.equals("rework")) {
      return REPAIR;
    }
    return Arrays.stream(values()).filter(branch -> branch.code().equals(remedy)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no remedy \"" + remedy + "\"."));
  }

  String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** English and Chinese. */
  String title() {
    return title;
  }

  /** Whether goods come back from the customer. */
  boolean fetchesGoods() {
    return this == EXCHANGE || this == RETURN || this == RECALL;
  }

  /** Whether its goods stand on the slip. */
  boolean isOnSlip() {
    return fetchesGoods() || this == ALLOWANCE;
  }
}
