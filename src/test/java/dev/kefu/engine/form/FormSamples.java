package dev.kefu.engine.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A sensible value for each field of a form. */
final class FormSamples {

  /** Pattern of a form to a text that fits and a text that does not. */
  private static final Map<String, Sample> PATTERNS = Map.ofEntries(
    Map.entry("^[A-Z]{3}-[0-9]{4}-[0-9]{6}$", new Sample("HLP-2026-000001", "HLP-26-1")),
    Map.entry("^\\+?[0-9][0-9 -]{5,18}[0-9]$", new Sample("010-8888 1234", "ask at the desk")),
    Map.entry("^CMP-[0-9]{4}-[0-9]{6}$", new Sample("CMP-2026-000001", "the one of May")),
    Map.entry("^20[0-9]{2}(-(0[1-9]|1[0-2]))?$", new Sample("2026-12", "2026-13")),
    Map.entry("^(19|20)[0-9]{2}(-(0[1-9]|1[0-2]))?$", new Sample("1999-12", "1999-13")),
    Map.entry("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$", new Sample("wang@example.com", "wang at example")),
    Map.entry("^\\+?[0-9][0-9 ()-]{5,18}[0-9]$", new Sample("010 (8888) 1234", "ask at the desk")),
    Map.entry("^\\+?[0-9][0-9 ()-]{2,18}$", new Sample("010 (8888) 1234", "ask at the desk")),
    Map.entry("^C[0-9]{6}$", new Sample("C000001", "C1")),
    Map.entry("^[0-9A-Z]{18}$", new Sample("91110000MA00ABCD1X", "91110000")),
    Map.entry("^[0-9A-Za-z -]{3,10}$", new Sample("100080", "1/0")),
    Map.entry("^[0-9A-Za-z -]{5,40}$", new Sample("6222 0000 1111", "1/2/3")));

  private final FeelContext context;
  private final Map<String, Object> caseVariables;
  private final Clock clock;

  private record Sample(String good, String bad) {
  }

  FormSamples(FeelContext context, Map<String, Object> caseVariables, Clock clock) {
    this.context = context;
    this.caseVariables = caseVariables;
    this.clock = clock;
  }

  /** Returns null when there is no valid value, as in a select whose variable offers nothing. */
  Object valid(FormComponent field) {
    return switch (field.type()) {
      case TEXTFIELD, TEXTAREA -> text(field);
      case NUMBER -> number(field, validNumber(field));
      case DATETIME -> date(field, LocalDate.now(clock).plusDays(30).toString(), "09:30");
      case CHECKBOX -> true;
      default -> {
        List<Option> options = options(field);
        yield options.isEmpty() ? null : field.type().isMulti() ? List.of(options.get(0).value()) : options.get(0).value();
      }
    };
  }

  List<Option> options(FormComponent field) {
    try {
      return field.options().in(context, caseVariables);
    } catch (FeelContext.Failure failure) {
      throw new IllegalStateException(field + ": " + failure.getMessage(), failure);
    }
  }

  /** Returns the limit, or null when there is none. */
  BigDecimal limit(Setting setting) {
    try {
      return setting == null ? null : Setting.asNumber(context.value(setting));
    } catch (FeelContext.Failure failure) {
      throw new IllegalStateException(failure);
    }
  }

  int maxLength(FormComponent field) {
    BigDecimal max = limit(field.validation().maxLength());
    return max != null ? max.intValue() : field.type() == ComponentType.TEXTFIELD ? 255 : 10_000;
  }

  String badFormat(FormComponent field) {
    return sample(field).bad();
  }

  Object number(FormComponent field, BigDecimal number) {
    return field.number().asText() ? number.toPlainString() : number;
  }

  BigDecimal step(FormComponent field) {
    Integer digits = field.number().decimalDigits();
    return field.number().increment() != null ? field.number().increment() : digits == null ? BigDecimal.ONE : BigDecimal.ONE.movePointLeft(digits);
  }

  String date(FormComponent field, String day, String time) {
    String zone = switch (field.date().zone()) {
      case OFFSET -> "+08:00";
      case UTC -> "Z";
      case NONE -> "";
    };
    return switch (field.date().kind()) {
      case DATE -> day;
      case TIME -> time + zone;
      case DATETIME -> day + "T" + time + zone;
    };
  }

  private String text(FormComponent field) {
    Validation validation = field.validation();
    if (validation.pattern() != null) {
      return sample(field).good();
    }
    if (validation.preset() != null) {
      return validation.preset().equals("email") ? "wang@example.com" : "+8613800138000";
    }
    BigDecimal min = limit(validation.minLength());
    String text = "樣本 sample".repeat(1 + (min == null ? 0 : min.intValue() / 9));
    return text.substring(0, Math.min(text.length(), maxLength(field)));
  }

  private static Sample sample(FormComponent field) {
    String pattern = field.definition().at("/validate/pattern").asText();
    Sample sample = PATTERNS.get(pattern);
    if (sample == null) {
      throw new IllegalStateException(field + ": add a good and a bad sample for the pattern " + pattern + " to FormSamples.PATTERNS");
    }
    return sample;
  }

  private BigDecimal validNumber(FormComponent field) {
    BigDecimal step = step(field);
    BigDecimal min = limit(field.validation().min());
    BigDecimal max = limit(field.validation().max());
    if (min != null) {
      return min.divide(step, 0, RoundingMode.CEILING).multiply(step);
    }
    BigDecimal sample = step.max(BigDecimal.ONE).divide(step, 0, RoundingMode.CEILING).multiply(step);
    return max == null || sample.compareTo(max) <= 0 ? sample : max.divide(step, 0, RoundingMode.FLOOR).multiply(step);
  }
}
