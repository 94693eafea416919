package dev.kefu.survey.credit;

import java.util.List;

/** The order of credit grades. */
final class CreditGrades {

  static final String LOWEST = "C";

  private static final List<String> UPWARDS = List.of(LOWEST, "B", "BB", "BBB", "A", "AA", "AAA");

  private CreditGrades() {
  }

  /** By how many grades it is better (positive) or worse; 0 where one of them is not known. */
  static int moved(String before, String now) {
    return before == null || now == null ? 0 : UPWARDS.indexOf(now) - UPWARDS.indexOf(before);
  }
}
