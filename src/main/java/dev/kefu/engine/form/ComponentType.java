package dev.kefu.engine.form;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The component types of form-js 1.8.7. {@code expression} is missing on purpose: what a browser computes cannot be trusted, a delegate computes it. */
public enum ComponentType {

  TEXTFIELD(Kind.FIELD),
  TEXTAREA(Kind.FIELD),
  NUMBER(Kind.FIELD),
  DATETIME(Kind.FIELD),
  CHECKBOX(Kind.FIELD),
  CHECKLIST(Kind.FIELD),
  TAGLIST(Kind.FIELD),
  RADIO(Kind.FIELD),
  SELECT(Kind.FIELD),
  GROUP(Kind.CONTAINER),
  DYNAMICLIST(Kind.CONTAINER),
  TEXT(Kind.PRESENTATION),
  HTML(Kind.PRESENTATION),
  IMAGE(Kind.PRESENTATION),
  TABLE(Kind.PRESENTATION),
  IFRAME(Kind.PRESENTATION),
  SPACER(Kind.PRESENTATION),
  SEPARATOR(Kind.PRESENTATION),
  BUTTON(Kind.PRESENTATION);

  private enum Kind { FIELD, CONTAINER, PRESENTATION }

  private final Kind kind;

  ComponentType(Kind kind) {
    this.kind = kind;
  }

  static Optional<ComponentType> of(String type) {
    return Arrays.stream(values()).filter(candidate -> candidate.formName().equals(type)).findFirst();
  }

  /** Returns the name as it stands in the form file. */
  public String formName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns whether a person fills the component in. */
  public boolean isField() {
    return kind == Kind.FIELD;
  }

  /** Returns whether the component takes one of a list of options, or several of them. */
  public boolean hasOptions() {
    return this == RADIO || this == SELECT || isMulti();
  }

  /** Returns whether the value is a list of options. */
  public boolean isMulti() {
    return this == CHECKLIST || this == TAGLIST;
  }

  /** Returns whether the component takes free text. */
  public boolean isText() {
    return this == TEXTFIELD || this == TEXTAREA;
  }

  boolean isContainer() {
    return kind == Kind.CONTAINER;
  }
}
