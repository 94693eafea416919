package dev.kefu.complaint.intake.imports;

import dev.kefu.engine.CasesFromOutside.Choice;
import dev.kefu.engine.CasesFromOutside.Field;
import dev.kefu.tables.CellTexts;
import dev.kefu.tables.Labels;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
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
      case "number" -> CellTexts.number(text).map(number -> field.numberAsText() ? (Object) number.toPlainString() : number).orElse(text);
      case "checkbox" -> tick(text);
      case "select", "radio" -> option(text, field);
      case "checklist", "taglist" -> Arrays.stream(text.split("[;；、|\n]")).map(String::strip).filter(part -> !part.isEmpty())
          .map(part -> option(part, field)).distinct().toList();
      case "date" -> CellTexts.moment(text, zone).map(moment -> (Object) moment.toLocalDate().toString()).orElse(text);
      case "datetime" -> CellTexts.moment(text, zone).map(moment -> (Object) dateTime(moment, field.timeFormat())).orElse(text);
      default -> text;
    };
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
}
