package dev.kefu.relationship.visit;

import dev.kefu.reporting.FormLabels;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Codes and moments of visits as people read them. */
final class VisitWords {

  static final String DIRECT = "direct";
  static final Map<String, String> PURPOSES = FormLabels.of("relationship/customer-visit-plan", "plan.visitPurpose");
  static final Map<String, String> CHANNELS = channels();

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int MOST_CHARACTERS = 4000;
  private static final String REST = "\n\n…";

  private VisitWords() {
  }

  private static Map<String, String> channels() {
    Map<String, String> channels = new HashMap<>(FormLabels.of("relationship/customer-visit-plan", "plan.channel"));
    channels.put(DIRECT, "Direct visit 直接拜訪");
    return channels;
  }

  /** Purposes with commas between them. */
  static String purposes(String codes) {
    return Arrays.stream(codes.split(",")).map(code -> PURPOSES.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }

  /** A moment in words; empty for null. */
  static String shown(Instant moment, Clock clock) {
    return moment == null ? "" : SHOWN.format(moment.atZone(clock.getZone()));
  }

  /** Parts of a text below one another, as long as an approval takes it. */
  static String facts(List<String> parts) {
    String text = String.join("\n\n", parts);
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS - REST.length()) + REST;
  }
}
