package dev.kefu.engine.form;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Fills a form in with somebody's answers. */
public final class FormAnswers {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private FormAnswers() {
  }

  /**
   * Fills a form in as a person would: what is hidden by the answers stays out. Required fields without an answer get a sample, others stay empty.
   *
   * @param caseVariables what the form reads, as plain Java values
   * @param answer to a field or a whole list; empty for no answer of one's own
   * @return variable name to plain Java value; not checked
   */
  public static Map<String, Object> fill(FormDefinition form, Map<String, Object> caseVariables, Clock clock, Function<Field, Optional<Object>> answer) {
    FormFiller filler = new FormFiller(form, caseVariables, clock);
    Map<FormComponent, Object> answers = new LinkedHashMap<>();
    filler.places().keySet().stream().filter(component -> component.isField() || component.isList())
        .forEach(component -> answer.apply(new Field(component, filler.samples())).ifPresent(value -> answers.put(component, value)));
    return filler.with(answers);
  }

  /** A field or a list that wants an answer. */
  public static final class Field {

    private final FormComponent component;
    private final FormSamples samples;

    private Field(FormComponent component, FormSamples samples) {
      this.component = component;
      this.samples = samples;
    }

    /** From the variable down, rows as {@code []}. */
    public String path() {
      return component.path();
    }

    public boolean isRequired() {
      return component.isField() && component.validation().required() != null;
    }

    public boolean isTicked() {
      return component.type() == ComponentType.CHECKBOX;
    }

    public boolean isMulti() {
      return component.type().isMulti();
    }

    public boolean isNumber() {
      return component.type() == ComponentType.NUMBER && !component.number().asText();
    }

    public boolean isMoment() {
      return component.type() == ComponentType.DATETIME;
    }

    /** What may be chosen; empty for a field without options. */
    public List<Object> options() {
      return component.type().hasOptions() ? samples.options(component).stream().map(Option::value).toList() : List.of();
    }

    /** A moment as this field writes it. */
    public String written(OffsetDateTime moment) {
      return samples.date(component, moment.toLocalDate().toString(), moment.format(TIME));
    }
  }
}
