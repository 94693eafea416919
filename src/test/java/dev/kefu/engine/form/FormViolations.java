package dev.kefu.engine.form;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Generates from a form a valid submission and, for every constraint of every field, one that violates just that constraint.
 * Answers are chosen so that conditional fields come into view.
 */
public final class FormViolations {

  private static final String UNKNOWN = "smuggled";
  private static final int MOST_ROWS = 200;

  private final FormDefinition form;
  private final FormFiller filler;
  private final FormSamples samples;
  private final Clock clock;
  private final List<Violation> violations = new ArrayList<>();
  private final List<String> unreachable = new ArrayList<>();

  /**
   * A submission that must be refused.
   *
   * @param name the field and what is wrong with it
   * @param submission variable name to plain Java value
   * @param label must stand in the refusal
   */
  public record Violation(String name, Map<String, Object> submission, String label) {

    @Override
    public String toString() {
      return name;
    }
  }

  private FormViolations(FormDefinition form, Map<String, Object> caseVariables) {
    this.form = form;
    clock = Clock.system(ZoneId.of("Asia/Shanghai"));
    filler = new FormFiller(form, caseVariables, clock);
    samples = filler.samples();
    filler.places().forEach((component, place) -> {
      if (component.isField() || component.isList()) {
        violate(component, place);
      }
    });
    violateVariables();
  }

  /** @throws IllegalStateException when a pattern has no sample, or an expression cannot be evaluated */
  public static FormViolations of(FormDefinition form, Map<String, Object> caseVariables) {
    return new FormViolations(form, caseVariables);
  }

  /**
   * Returns the least that the form accepts.
   *
   * @throws IllegalStateException when no valid submission was found, as when a required select has no options in these case variables
   */
  public Map<String, Object> valid() {
    return filler.minimal().orElseThrow(() -> new IllegalStateException("No valid submission found for form " + form.id() + " with these case variables"));
  }

  /** Returns a valid submission in which this field is filled in, or empty when none was found. */
  public Optional<Map<String, Object>> validWith(FormComponent field) {
    return filler.showing(field);
  }

  public List<Violation> all() {
    return List.copyOf(violations);
  }

  /** Returns the fields and lists that no answer brings into view, or that have no options, with these case variables; their constraints are not among the violations. */
  public List<String> unreachable() {
    return List.copyOf(unreachable);
  }

  private void violate(FormComponent component, FormFiller.Place place) {
    boolean fillable = component.isList() || samples.valid(component) != null;
    Optional<Map<String, Object>> shown = fillable ? filler.showing(component) : Optional.empty();
    if (shown.isEmpty()) {
      unreachable.add(component.toString());
    } else {
      Target target = new Target(component, place, shown.get());
      if (component.isList()) {
        violateList(target);
      } else if (component.disabled()) {
        target.refused("disabled", samples.valid(component));
      } else {
        violateField(target);
      }
    }
    filler.hiding(component).filter(hidden -> fillable).ifPresent(hidden -> new Target(component, place, hidden).refused("hidden but filled in",
      component.isList() ? List.of(Map.of(UNKNOWN, "x")) : samples.valid(component)));
  }

  private void violateField(Target target) {
    FormComponent field = target.component;
    if (isRequired(field)) {
      target.refused("required, null", null);
      target.absent();
    }
    switch (field.type()) {
      case TEXTFIELD, TEXTAREA -> violateText(target);
      case NUMBER -> violateNumber(target);
      case DATETIME -> violateDate(target);
      case CHECKBOX -> {
        if (isRequired(field)) {
          target.refused("required, not ticked", false);
        }
        target.refused("type", "yes");
      }
      default -> violateChoice(target);
    }
  }

  private void violateText(Target target) {
    FormComponent field = target.component;
    if (isRequired(field)) {
      target.refused("required, empty", "");
      target.refused("required, blank", "   ");
    }
    target.refused("type", 5);
    target.refused("control character", samples.valid(field) + "\u0007");
    target.refused("half a character", samples.valid(field) + "\ud842");
    target.refused("maxLength", "長".repeat(samples.maxLength(field) + 1));
    BigDecimal min = samples.limit(field.validation().minLength());
    if (min != null && min.intValue() > 1) {
      target.refused("minLength", "短".repeat(min.intValue() - 1));
    }
    if (field.validation().pattern() != null) {
      target.refused("pattern", samples.badFormat(field));
    }
    if (field.validation().preset() != null) {
      target.refused(field.validation().preset(), "nowhere");
    }
    if (field.type() == ComponentType.TEXTFIELD) {
      target.refused("line break", samples.valid(field) + "\nBcc: x");
    }
  }

  private void violateNumber(Target target) {
    FormComponent field = target.component;
    NumberSettings settings = field.number();
    target.refused("type", settings.asText() ? 5 : "5");
    target.refused("not a number", "NaN");
    if (settings.asText()) {
      List.of("1e5", "+1", " 1", "1,5").forEach(text -> target.refused("notation '" + text + "'", text));
    }
    target.refused("too large", samples.number(field, new BigDecimal("9007199254740992")));
    BigDecimal min = samples.limit(field.validation().min());
    if (min != null) {
      target.refused("min", samples.number(field, min.subtract(samples.step(field))));
    }
    BigDecimal max = samples.limit(field.validation().max());
    if (max != null) {
      target.refused("max", samples.number(field, max.add(samples.step(field))));
    }
    BigDecimal valid = new BigDecimal(samples.valid(field).toString());
    if (settings.decimalDigits() != null) {
      target.refused("decimalDigits", samples.number(field, valid.add(BigDecimal.ONE.movePointLeft(settings.decimalDigits() + 1))));
    }
    if (settings.increment() != null) {
      target.refused("increment", samples.number(field, valid.add(settings.increment().divide(BigDecimal.valueOf(2)))));
    }
  }

  private void violateDate(Target target) {
    FormComponent field = target.component;
    target.refused("type", 20261126);
    target.refused("no date", "tomorrow");
    if (field.date().kind() != DateSettings.Kind.TIME) {
      target.refused("no day of the calendar", samples.date(field, "2027-02-30", "09:30"));
      target.refused("format", samples.date(field, "26.11.2027", "09:30"));
      if (field.date().notPast()) {
        target.refused("past", samples.date(field, LocalDate.now(clock).minusDays(2).toString(), "09:30"));
      }
    }
    if (field.date().kind() != DateSettings.Kind.DATE) {
      target.refused("no time of day", samples.date(field, LocalDate.now(clock).plusDays(30).toString(), "25:00"));
      target.refused("zone", samples.valid(field) + "[Asia/Shanghai]");
    }
  }

  private void violateChoice(Target target) {
    if (!target.component.type().isMulti()) {
      target.refused("option", UNKNOWN);
      target.refused("type", List.of(samples.valid(target.component)));
      return;
    }
    if (isRequired(target.component)) {
      target.refused("required, empty", List.of());
    }
    Object option = samples.options(target.component).get(0).value();
    target.refused("option", List.of(UNKNOWN));
    target.refused("twice", List.of(option, option));
    target.refused("type", option);
  }

  private void violateList(Target target) {
    FormComponent list = target.component;
    List<?> rows = (List<?>) target.value();
    target.refused("type", "rows");
    target.refusedRow("row type", replaceLast(rows, "row"), "");
    if (list.rows().min() != null && list.rows().min() > 0) {
      target.refused("minRows", rows.subList(0, list.rows().min() - 1));
    }
    int most = list.rows().max() == null ? MOST_ROWS : list.rows().max();
    target.refused("maxRows", Collections.nCopies(most + 1, rows.get(0)));
    Map<String, Object> extra = new LinkedHashMap<>(asMap(rows.get(rows.size() - 1)));
    extra.put(UNKNOWN, "x");
    target.refusedRow("unknown key", replaceLast(rows, extra), UNKNOWN);
  }

  private void violateVariables() {
    filler.minimal().ifPresent(valid -> {
      violations.add(new Violation("unknown variable", with(valid, UNKNOWN, "x"), UNKNOWN));
      form.shape().members().forEach((root, member) -> {
        if (member.owner() == null) {
          violateObject(valid, member, List.of(root));
        }
      });
    });
  }

  private void violateObject(Map<String, Object> valid, Shape shape, List<String> names) {
    String path = String.join(".", names);
    Map<String, Object> object = asMap(Overlay.find(valid, names));
    violations.add(new Violation(path + ": unknown key", replace(valid, names, with(object, UNKNOWN, "x")), path + "." + UNKNOWN));
    violations.add(new Violation(path + ": type", replace(valid, names, "text"), path));
    shape.members().forEach((name, member) -> {
      if (member.owner() == null) {
        List<String> deeper = new ArrayList<>(names);
        deeper.add(name);
        violateObject(valid, member, deeper);
      }
    });
  }

  private boolean isRequired(FormComponent field) {
    Setting required = field.validation().required();
    return required != null && Boolean.TRUE.equals(required.value());
  }

  /** A field or list in a valid submission; in lists it is that of the last row. */
  private final class Target {

    private final FormComponent component;
    private final Map<String, Object> submission;
    private final List<String> names = new ArrayList<>();
    private final StringBuilder rows = new StringBuilder();

    Target(FormComponent component, FormFiller.Place place, Map<String, Object> submission) {
      this.component = component;
      this.submission = submission;
      for (FormComponent list : place.lists()) {
        names.addAll(list.names());
        int last = ((List<?>) find(submission, names)).size() - 1;
        names.add(String.valueOf(last));
        rows.append(row(last));
      }
      names.addAll(component.names());
    }

    Object value() {
      return find(submission, names);
    }

    void refused(String what, Object value) {
      add(what, replace(submission, names, value), component.label() + rows);
    }

    void absent() {
      add("required, absent", remove(submission, names), component.label() + rows);
    }

    /** The label of a row, or of an unknown key in it, names the last row. */
    void refusedRow(String what, List<?> value, String key) {
      String row = row(value.size() - 1);
      add(what, replace(submission, names, value), key.isEmpty() ? component.label() + rows + row : key + rows + row);
    }

    private void add(String what, Map<String, Object> wrong, String label) {
      violations.add(new Violation(component.path() + ": " + what, wrong, label));
    }

    private static String row(int index) {
      return " (row " + (index + 1) + " 第 " + (index + 1) + " 行)";
    }
  }

  private static List<Object> replaceLast(List<?> rows, Object row) {
    List<Object> replaced = new ArrayList<>(rows);
    replaced.set(rows.size() - 1, row);
    return replaced;
  }

  private static Map<String, Object> with(Map<String, Object> object, String key, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(object);
    copy.put(key, value);
    return copy;
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> asMap(Object value) {
    return value instanceof Map<?, ?> map ? (Map<String, Object>) map : Map.of();
  }

  private static Object find(Object container, List<String> names) {
    Object value = container;
    for (String name : names) {
      value = value instanceof List<?> rows ? rows.get(Integer.parseInt(name)) : asMap(value).get(name);
    }
    return value;
  }

  private static Map<String, Object> replace(Map<String, Object> submission, List<String> names, Object value) {
    return asMap(changed(submission, names, value, false));
  }

  private static Map<String, Object> remove(Map<String, Object> submission, List<String> names) {
    return asMap(changed(submission, names, null, true));
  }

  private static Object changed(Object container, List<String> names, Object value, boolean remove) {
    if (names.isEmpty()) {
      return value;
    }
    List<String> deeper = names.subList(1, names.size());
    if (container instanceof List<?> rows) {
      List<Object> copy = new ArrayList<>(rows);
      int index = Integer.parseInt(names.get(0));
      copy.set(index, changed(rows.get(index), deeper, value, remove));
      return copy;
    }
    Map<String, Object> copy = new LinkedHashMap<>(asMap(container));
    if (remove && deeper.isEmpty()) {
      copy.remove(names.get(0));
    } else {
      copy.put(names.get(0), changed(copy.get(names.get(0)), deeper, value, remove));
    }
    return copy;
  }
}
