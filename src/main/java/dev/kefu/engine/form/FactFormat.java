package dev.kefu.engine.form;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns stored values into what people read, as far as the form is known that asked for them. */
final class FactFormat {

  private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");
  private static final int MONEY_DIGITS = 2;

  private final Map<String, Object> caseVariables;
  private final FeelContext context;
  private final ZoneId zone;

  FactFormat(Map<String, Object> caseVariables, Clock clock) {
    this.caseVariables = caseVariables;
    zone = clock.getZone();
    context = FeelContext.top(FeelContext.engine(clock), caseVariables);
  }

  /**
   * Returns a value cut down to what is wanted of it, every part as people read it.
   *
   * @param shape what the writing form knows here; null when no form is known: the value stays as it is
   */
  Object fact(PathTree wanted, Object value, Shape shape) {
    FormComponent owner = shape == null ? null : shape.owner();
    if (owner != null && owner.isField()) {
      return isMissing(value) ? null : field(owner, value);
    }
    if (owner != null) {
      return rows(wanted, value, owner.rows().shape());
    }
    if (shape == null && wanted.isWhole()) {
      return isMissing(value) ? null : value;
    }
    return value instanceof List<?> ? rows(wanted, value, shape) : members(wanted, value, shape);
  }

  private List<Object> rows(PathTree wanted, Object value, Shape shape) {
    List<?> rows = value instanceof List<?> list ? list : List.of();
    return rows.stream().map(row -> members(wanted, row, shape)).toList();
  }

  private Object members(PathTree wanted, Object value, Shape shape) {
    Map<?, ?> object = value instanceof Map<?, ?> map ? map : Map.of();
    Map<String, Object> facts = new LinkedHashMap<>();
    for (String name : names(wanted, shape)) {
      PathTree member = wanted.isWhole() ? wanted : wanted.members().get(name);
      facts.put(name, fact(member, object.get(name), shape == null ? null : shape.members().get(name)));
    }
    return facts;
  }

  private static Set<String> names(PathTree wanted, Shape shape) {
    return wanted.isWhole() && shape != null ? new TreeSet<>(shape.members().keySet()) : wanted.members().keySet();
  }

  /** The value of one field as people read it. */
  Object field(FormComponent field, Object value) {
    return switch (field.type()) {
      case CHECKBOX -> Boolean.TRUE.equals(value) ? "yes 是" : "no 否";
      case NUMBER -> number(field.number(), value);
      case DATETIME -> date(field.date().kind(), value.toString());
      case SELECT, RADIO, CHECKLIST, TAGLIST -> labels(field, value);
      default -> value;
    };
  }

  private Object labels(FormComponent field, Object value) {
    List<Option> options = options(field);
    Collection<?> chosen = value instanceof Collection<?> several ? several : List.of(value);
    return chosen.stream().map(code -> label(options, code)).collect(Collectors.joining("、"));
  }

  private List<Option> options(FormComponent field) {
    try {
      return field.options().in(context, caseVariables);
    } catch (FeelContext.Failure unknown) {
      return List.of();
    }
  }

  /** An option that has gone since is shown by its code. */
  private static String label(List<Option> options, Object code) {
    return options.stream().filter(option -> option.is(code)).map(Option::label).findFirst().orElse(String.valueOf(code));
  }

  private static String number(NumberSettings settings, Object value) {
    BigDecimal number = Setting.asNumber(value);
    if (number == null) {
      return value.toString();
    }
    boolean money = Integer.valueOf(MONEY_DIGITS).equals(settings.decimalDigits());
    String text = money ? money(number) : number.stripTrailingZeros().toPlainString();
    return settings.suffix().isEmpty() ? text : text + " " + settings.suffix();
  }

  private static String money(BigDecimal amount) {
    return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount.setScale(MONEY_DIGITS, RoundingMode.HALF_UP));
  }

  private String date(DateSettings.Kind kind, String text) {
    if (kind != DateSettings.Kind.DATETIME) {
      return text;
    }
    try {
      return MINUTE.format(text.matches(".*T.*(Z|[+-]\\d{2}:\\d{2})") ? OffsetDateTime.parse(text).atZoneSameInstant(zone) : LocalDateTime.parse(text));
    } catch (DateTimeException asItIs) {
      return text;
    }
  }

  private static boolean isMissing(Object value) {
    return value == null || "".equals(value) || List.of().equals(value);
  }
}
