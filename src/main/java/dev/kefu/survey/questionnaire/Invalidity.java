package dev.kefu.survey.questionnaire;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Why an answer does not count. */
public enum Invalidity {

  INCOMPLETE("More than one obligatory item is blank 必填項漏答超過一項"),
  STRAIGHT_LINING("All scales answered the same 量表題答案全部相同"),
  TOO_FAST("Answered faster than it can be read 答題過快"),
  IDENTICAL("The same as another answer of the interviewer 與同一調查員的另一份答卷雷同"),
  RECHECK("Not confirmed by call-back 抽查不合格"),
  JUDGED("Judged invalid 人工判為無效");

  private final String label;

  Invalidity(String label) {
    this.label = label;
  }

  /** What people read. */
  public String label() {
    return label;
  }

  /** What people read of a list of names with commas; an empty text for none. */
  static String labels(String names) {
    return names == null || names.isEmpty() ? "" : Arrays.stream(names.split(",")).map(name -> valueOf(name).label()).collect(Collectors.joining("; "));
  }

  static String names(Set<Invalidity> reasons) {
    return reasons.isEmpty() ? null : reasons.stream().map(Enum::name).collect(Collectors.joining(","));
  }
}
