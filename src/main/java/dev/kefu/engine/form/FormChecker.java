package dev.kefu.engine.form;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.camunda.feel.api.FeelEngineApi;

/** Checks what was submitted for a form: whatever the form does not ask for is refused. Safe to share between threads. */
public final class FormChecker {

  private final Clock clock;
  private final FeelEngineApi feel;

  /** Creates a checker; the clock says what {@code today()} is in the forms' expressions and for dates that may not be past. */
  public FormChecker(Clock clock) {
    this.clock = clock;
    feel = FeelContext.engine(clock);
  }

  /** As {@link #check(FormDefinition, Map, Map, Predicate)}, without looking for attachments. */
  public List<FieldError> check(FormDefinition form, Map<String, Object> submitted, Map<String, Object> caseVariables) {
    return check(form, submitted, caseVariables, kind -> true);
  }

  /**
   * Returns what is wrong, in the order of the form; nothing when the submission is good.
   *
   * @param submitted variable name to plain Java value (Map, List, String, Number, Boolean, null) as parsed from JSON
   * @param caseVariables the case's variables in the same way; options and conditions may depend on them
   * @param attached whether the case has an attachment of a kind
   */
  public List<FieldError> check(FormDefinition form, Map<String, Object> submitted, Map<String, Object> caseVariables, Predicate<String> attached) {
    FeelContext context = FeelContext.top(feel, Overlay.of(form, submitted, caseVariables));
    return new FormCheck(form, submitted, caseVariables, attached, clock).run(context);
  }
}
