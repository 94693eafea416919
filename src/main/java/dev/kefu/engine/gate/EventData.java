package dev.kefu.engine.gate;

import dev.kefu.engine.CaseFiles;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.form.FieldError;
import dev.kefu.engine.form.FormChecker;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.ShownFacts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Draws and checks forms that are handed in outside of tasks, exactly as a task's form: events and corrections. Works inside {@link TrustedDoor} only. */
@Component
@RequiredArgsConstructor
public class EventData {

  private final TaskForms forms;
  private final FormChecker checker;
  private final ClassifiedFields classifiedFields;
  private final ObjectProvider<CaseFiles> files;
  private final FormFacts formFacts;
  private final Refusals refusals;

  /**
   * Result of a check.
   *
   * @param errors what is wrong, in the order of the form
   * @param variables what to store when nothing is wrong
   */
  public record Checked(List<FieldError> errors, Map<String, Object> variables) {
  }

  /**
   * Checks data for the event's form; the data are the content of the form's one root.
   *
   * @param formId null when the event brings nothing
   * @param data as parsed from JSON: a map, unless the sender is mistaken
   */
  public Checked check(String formId, ExecutionEntity waiting, Object data) {
    return check(formId, waiting, Variables.createVariables(), data);
  }

  /**
   * The same for a form that was handed in before.
   *
   * @param facts what only that step knew, for example the options that it was given
   */
  public Checked check(String formId, ExecutionEntity waiting, VariableMap facts, Object data) {
    if (formId == null) {
      return new Checked(Map.of().equals(data) ? List.of() : List.of(new FieldError("", "Body 內容", "is not asked for 無須內容")), Map.of());
    }
    CommandContext context = Context.getCommandContext();
    FormDefinition form = forms.required(waiting.getProcessDefinition().getDeploymentId(), formId, context);
    Map<String, Object> submitted = underRoots(form, data);
    List<FieldError> errors = checker.check(form, submitted, variables(waiting, facts),
        kind -> files.getObject().has(waiting.getProcessBusinessKey(), kind));
    if (!errors.isEmpty()) {
      refusals.ofForm(formId);
      return new Checked(errors, Map.of());
    }
    classifiedFields.moveOut(form, submitted, waiting.getProcessInstanceId());
    submitted.replaceAll((root, value) -> PlainValues.variable(value));
    return new Checked(List.of(), submitted);
  }

  /**
   * Checks data that start a case: nothing is known of it yet, and nothing can be attached to it.
   *
   * @return what is wrong, in the order of the form
   */
  public List<FieldError> check(FormDefinition form, Map<String, Object> data) {
    List<FieldError> errors = checker.check(form, underRoots(form, data), Map.of(), kind -> false);
    if (!errors.isEmpty()) {
      refusals.ofForm(form.id());
    }
    return errors;
  }

  /** The variables of checked data for a case that is being started; classified values go into their register. */
  public Map<String, Object> variables(FormDefinition form, Map<String, Object> data, ExecutionEntity beginning) {
    Map<String, Object> submitted = underRoots(form, data);
    classifiedFields.moveOut(form, submitted, beginning.getProcessInstanceId());
    submitted.replaceAll((root, value) -> PlainValues.variable(value));
    return submitted;
  }

  private static Map<String, Object> underRoots(FormDefinition form, Object data) {
    Map<String, Object> submitted = new HashMap<>();
    form.roots().forEach(root -> submitted.put(root, data instanceof Map<?, ?> fields ? new HashMap<>(fields) : data));
    return submitted;
  }

  /**
   * A form for a browser to draw.
   *
   * @param root the variable that it writes
   * @param schema the form's file, parsed
   * @param data what it shows and how it is filled in so far
   */
  public record Sheet(String root, Object schema, Map<String, Object> data) {
  }

  /** Returns a form as the person may see it, filled in with what the case knows. */
  public Sheet sheet(String formId, ExecutionEntity execution, VariableMap facts, Authentication person) {
    CommandContext context = Context.getCommandContext();
    String deploymentId = execution.getProcessDefinition().getDeploymentId();
    FormDefinition form = forms.required(deploymentId, formId, context);
    ShownFacts shown = formFacts.of(form, variables(execution, facts), execution, Person.of(person), context);
    Map<String, Object> data = new HashMap<>(shown.cut());
    data.put(CaseVariables.SHOWN, shown.shown());
    return new Sheet(form.roots().stream().findFirst().orElse(null), PlainValues.parsed(forms.file(deploymentId, formId, context)), data);
  }

  /** The variable that a form writes; empty for a form that writes none. */
  public Optional<String> rootOf(String formId, String deploymentId) {
    return forms.required(deploymentId, formId, Context.getCommandContext()).roots().stream().findFirst();
  }

  private static Map<String, Object> variables(ExecutionEntity execution, VariableMap facts) {
    Map<String, Object> variables = PlainValues.stored(execution.getVariablesTyped(false));
    variables.putAll(PlainValues.stored(facts));
    return variables;
  }
}
