package dev.kefu.complaint.intake.imports;

import dev.kefu.engine.CasesFromOutside.Choice;
import dev.kefu.engine.CasesFromOutside.Field;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;

/**
 * Turns the text of a cell into what a form sends: people write "Phone 電話" or 電話 for an option, 是 for a tick, 1,200.50 for an amount, 2026/11/23 for a
 * date. What is not understood stays text, and the form's own check says what is wrong with it.
 */
@RequiredArgsConstructor
class CellValues {

  private static final Set<String> YES = Set.of("true", "yes", "y", "1", "是", "有", "√", "✓", "x");
  private static final Set<String> NO = Set.of("false", "no", "n", "0", "否", "无", "無");
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm");
  private static final DateTimeFormatter OFFSET_MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");

  private final ZoneId zone;

  /** The value of a cell that is not empty. */
  Object of(String text, Field field) {
    return switch (field.type()) {
      case "number" -> number(text).map(number -> field.numberAsText() ? (Object) number.toPlainString() : number).orElse(text);
      case "checkbox" -> tick(text);
      case "select", "radio" -> option(text, field);
      case "checklist", "taglist" -> Arrays.stream(text.split("[;；、|\n]")).map(String::strip).filter(part -> !part.isEmpty())
          .map(part -> option(part, field)).distinct().toList();
      case "date" -> moment(text).map(moment -> (Object) moment.toLocalDate().toString()).orElse(text);
      case "datetime" -> moment(text).map(moment -> (Object) dateTime(moment, field.timeFormat())).orElse(text);
      default -> text;
    };
  }

  private static Optional<BigDecimal> number(String text) {
    String plain = text.replaceAll("(?<=\\d)[,，](?=\\d{3}(\\D|$))", "").replaceAll("^[¥￥]\\s*|\\s*元$", "");
    return plain.matches("-?\\d{1,20}(\\.\\d{1,20})?") ? Optional.of(new BigDecimal(plain)) : Optional.empty();
  }

  private static Object tick(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    return YES.contains(word) ? Boolean.TRUE : NO.contains(word) ? Boolean.FALSE : text;
  }

  private static Object option(String text, Field field) {
    return field.options().stream().filter(option -> Labels.names(option.value(), option.label()).contains(Labels.plain(text))).map(Choice::value).findFirst()
        .orElse(text);
  }

  private static String dateTime(OffsetDateTime moment, String format) {
    return switch (Objects.requireNonNullElse(format, "")) {
      case "utc_offset" -> moment.format(OFFSET_MINUTES);
      case "utc_normalized" -> moment.withOffsetSameInstant(ZoneOffset.UTC).format(MINUTES) + "Z";
      default -> moment.format(MINUTES);
    };
  }

  /** A date with or without a time; without an offset the department's own time is meant. */
  private Optional<OffsetDateTime> moment(String text) {
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
