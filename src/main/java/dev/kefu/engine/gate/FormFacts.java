package dev.kefu.engine.gate;

import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.ShownFacts;
import java.time.Clock;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/** Computes what a person's browser gets with a form: what the form names, no more, classified values for those alone who may read them. */
@Component
@RequiredArgsConstructor
class FormFacts {

  private final TaskForms forms;
  private final ClassifiedFields classifiedFields;
  private final Clock clock;

  ShownFacts of(FormDefinition form, Map<String, Object> variables, ExecutionEntity execution, Person person, CommandContext context) {
    Map<String, FormDefinition> writers = forms.writers(execution.getProcessDefinition().getDeploymentId(), context);
    Set<String> named = form.readPaths();
    new HashSet<>(writers.values()).stream().filter(writer -> names(named, writer))
        .forEach(writer -> classifiedFields.putBack(writer, variables, execution, person));
    return ShownFacts.of(form, writers, variables, execution.getProcessBusinessKey(), clock);
  }

  private static boolean names(Set<String> readPaths, FormDefinition writer) {
    return writer.classifiedFields().stream().anyMatch(field -> readPaths.contains(field.path()) || readPaths.contains("shown." + field.path()));
  }
}
