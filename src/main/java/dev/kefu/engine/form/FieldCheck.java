package dev.kefu.engine.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One field, visible and to be filled in, with the value that was submitted for it. */
record FieldCheck(FormComponent field, Object value, FeelContext context, Map<String, Object> caseVariables, LocalDate today, ZoneId zone,
                  Consumer<String> refusals) {

  void run() {
    if (isMissing()) {
      if (isRequired()) {
        refuse(field.type() == ComponentType.CHECKBOX ? Messages.REQUIRED_CHECK : Messages.REQUIRED);
        return;
      }
      if (isEmpty()) {
        return;
      }
    }
    switch (field.type()) {
      case TEXTFIELD, TEXTAREA -> TextRule.check(this);
      case NUMBER -> NumberRule.check(this);
      case DATETIME -> DateRule.check(this);
      case CHECKBOX -> refuseUnless(value instanceof Boolean, Messages.NO_YES_NO);
      default -> ChoiceRule.check(this);
    }
  }

  void refuse(String message) {
    refusals.accept(message);
  }

  boolean refuseUnless(boolean condition, String message) {
    if (!condition) {
      refuse(message);
    }
    return condition;
  }

  /** Returns the limit, or null when there is none. */
  BigDecimal limit(Setting setting) {
    if (setting == null) {
      return null;
    }
    try {
      return Setting.asNumber(context.value(setting));
    } catch (FeelContext.Failure failure) {
      refuse(Messages.LIMIT);
      return null;
    }
  }

  /** Returns the choices; none when they cannot be told. */
  List<Option> options() {
    try {
      return field.options().in(context, caseVariables);
    } catch (FeelContext.Failure failure) {
      refuse(Messages.LIMIT);
      return List.of();
    }
  }

  /** A form that says {@code "true"} means true, as in the browser. */
  private boolean isRequired() {
    Setting required = field.validation().required();
    if (required == null) {
      return false;
    }
    try {
      Object value = context.value(required);
      return Boolean.TRUE.equals(value) || value instanceof String;
    } catch (FeelContext.Failure failure) {
      refuse(Messages.LIMIT);
      return true;
    }
  }

  /** What counts as not filled in where something is required. */
  private boolean isMissing() {
    return isEmpty() || Boolean.FALSE.equals(value) || value instanceof String text && TextRule.trimmed(text).isEmpty();
  }

  /** What form-js sends for a field left alone; a list where one value is expected, or the other way round, is no empty value. */
  private boolean isEmpty() {
    return value == null || (field.type().isMulti() ? List.of().equals(value) : "".equals(value) && field.type() != ComponentType.CHECKBOX);
  }
}
