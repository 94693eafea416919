package dev.kefu.survey.credit;

import java.util.function.Function;

/** What a message says of a change in a customer's credit. */
final class CreditAnomaly {

  private static final int MOST_CHARACTERS = 1500;

  private CreditAnomaly() {
  }

  /** Readable; the sender's facts differ: a visit sends its findings, others say it in a note of their own. */
  static String of(Function<String, Object> facts) {
    for (String name : new String[] {"anomalyNote", "visitFindings"}) {
      if (facts.apply(name) instanceof String text && !text.isBlank()) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - 1) + "…";
      }
    }
    return "reported without particulars 未說明情況";
  }
}
