package dev.kefu.tables;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;

/** Reads what people write into cells: 1,200.50 for a number, 2026/11/23 or 2026年11月23日 for a day. */
public final class CellTexts {

  private CellTexts() {
  }

  /** A number; empty for a text that is none. */
  public static Optional<BigDecimal> number(String text) {
    String plain = text.replaceAll("(?<=\\d)[,，](?=\\d{3}(\\D|$))", "").replaceAll("^[¥￥]\\s*|\\s*元$", "");
    return plain.matches("-?\\d{1,20}(\\.\\d{1,20})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  /** A date with or without a time; without an offset the department's own time is meant. */
  public static Optional<OffsetDateTime> moment(String text, ZoneId zone) {
    String iso = text.replaceAll("^(\\d{4})[/.年-](\\d{1,2})[/.月-](\\d{1,2})日?", "$1-0$2-0$3").replaceAll("-0(\\d{2})(?=\\D|$)", "-$1")
        .replaceFirst("^(\\d{4}-\\d{2}-\\d{2})\\s+", "$1T").replaceFirst("T(\\d):", "T0$1:");
    try {
      if (iso.matches("\\d{4}-\\d{2}-\\d{2}")) {
        return Optional.of(LocalDate.parse(iso).atStartOfDay(zone).toOffsetDateTime());
      }
      if (iso.matches("[^T]*T.*(Z|[+-]\\d{2}:\\d{2})")) {
        return Optional.of(OffsetDateTime.parse(iso).atZoneSameInstant(zone).toOffsetDateTime());
      }
      return Optional.of(LocalDateTime.parse(iso).atZone(zone).toOffsetDateTime());
    } catch (DateTimeException noDate) {
      return Optional.empty();
    }
  }
}
