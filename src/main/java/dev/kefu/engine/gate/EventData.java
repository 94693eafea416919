package dev.kefu.engine.gate;

import dev.kefu.engine.CaseFiles;
import dev.kefu.engine.form.FieldError;
import dev.kefu.engine.form.FormChecker;
import dev.kefu.engine.form.FormDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Checks what an event from outside brings, exactly as a task's form is checked. Works inside {@link TrustedDoor} only. */
@Component
@RequiredArgsConstructor
public class EventData {

  private final TaskForms forms;
  private final FormChecker checker;
  private final ClassifiedFields classifiedFields;
  private final ObjectProvider<CaseFiles> files;

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
    if (formId == null) {
      return new Checked(Map.of().equals(data) ? List.of() : List.of(new FieldError("", "Body 內容", "is not asked for 無須內容")), Map.of());
    }
    CommandContext context = Context.getCommandContext();
    FormDefinition form = forms.required(waiting.getProcessDefinition().getDeploymentId(), formId, context);
    Map<String, Object> submitted = new HashMap<>();
    form.roots().forEach(root -> submitted.put(root, data instanceof Map<?, ?> fields ? new HashMap<>(fields) : data));
    List<FieldError> errors = checker.check(form, submitted, PlainValues.stored(waiting.getVariablesTyped(false)),
        kind -> files.getObject().has(waiting.getProcessBusinessKey(), kind));
    if (!errors.isEmpty()) {
      return new Checked(errors, Map.of());
    }
    classifiedFields.moveOut(form, submitted, waiting.getProcessInstanceId());
    submitted.replaceAll((root, value) -> PlainValues.variable(value));
    return new Checked(List.of(), submitted);
  }
}
