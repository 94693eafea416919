package dev.kefu.relationship.reception;

import dev.kefu.reporting.FormLabels;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Codes and moments of receptions as people read them. */
final class ReceptionWords {

  static final Map<String, String> PURPOSES = FormLabels.of("relationship/customer-reception-apply", "request.purpose");
  static final Map<String, String> LEVELS = FormLabels.of("relationship/customer-reception-apply", "request.level");
  static final Map<String, String> COSTS = FormLabels.of("relationship/customer-reception-apply", "item");
  static final Map<String, String> BEARINGS = Map.of("allByUs", "All by us 全部由本企業負責", "partlyByUs", "Partly by us 部分由本企業負責", "guestPays", "Guest pays 客戶自費");

  private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private ReceptionWords() {
  }

  /** Purposes with commas between them. */
  static String purposes(String codes) {
    return Arrays.stream(codes.split(",")).map(code -> PURPOSES.getOrDefault(code, code)).collect(Collectors.joining(", "));
  }

  /** A moment in words; empty for null. */
  static String shown(Instant moment, Clock clock) {
    return moment == null ? "" : SHOWN.format(moment.atZone(clock.getZone()));
  }
}
