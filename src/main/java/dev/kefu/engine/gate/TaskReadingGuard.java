package dev.kefu.engine.gate;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.ShownFacts;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmd;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariableCmdTyped;
import org.camunda.bpm.engine.impl.cmd.GetTaskVariablesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/**
 * Cuts what a person reads of a task's variables down to what the task's form names, adds the computed variable
 * {@link CaseVariables#SHOWN}, and puts classified values back for those who may read them. A task without a form shows only the facts.
 */
@Component
@RequiredArgsConstructor
class TaskReadingGuard implements CommandGuard {

  private final TaskForms forms;
  private final FormFacts formFacts;

  @Override
  public Set<Class<?>> guards() {
    return Set.of(GetTaskFormVariablesCmd.class, GetTaskVariablesCmd.class, GetTaskVariableCmd.class, GetTaskVariableCmdTyped.class);
  }

  @Override
  public Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    Object answer = proceed.get();
    String taskId = CommandFields.get(command, command instanceof GetTaskFormVariablesCmd ? "resourceId" : "taskId");
    TaskEntity task = context.getTaskManager().findTaskById(taskId);
    if (answer instanceof VariableMap variables) {
      return cut(variables, task, requested(command), Boolean.TRUE.equals(CommandFields.get(command, "isLocal")), person, context);
    }
    String name = CommandFields.get(command, "variableName");
    VariableMap one = Variables.createVariables();
    if (answer != null) {
      one.put(name, answer);
    }
    VariableMap cut = cut(one, task, Set.of(name), Boolean.TRUE.equals(CommandFields.get(command, "isLocal")), person, context);
    return command instanceof GetTaskVariableCmd ? cut.get(name) : cut.getValueTyped(name);
  }

  /** Names that the caller asked for; null for all. */
  private static Collection<String> requested(Command<?> command) {
    return CommandFields.get(command, command instanceof GetTaskFormVariablesCmd ? "formVariableNames" : "variableNames");
  }

  private VariableMap cut(VariableMap answer, TaskEntity task, Collection<String> requested, boolean local, Person person,
                          CommandContext context) {
    ShownFacts facts = facts(task, person, context);
    VariableMap cut = Variables.createVariables();
    facts.cut().forEach((name, value) -> {
      if (answer.containsKey(name)) {
        cut.put(name, value instanceof Map || value instanceof Collection ? PlainValues.variable(value) : answer.getValueTyped(name));
      }
    });
    if (!local && (requested == null || requested.contains(CaseVariables.SHOWN))) {
      cut.put(CaseVariables.SHOWN, PlainValues.variable(facts.shown()));
    }
    return cut;
  }

  private ShownFacts facts(TaskEntity task, Person person, CommandContext context) {
    Optional<FormDefinition> form = forms.boundTo(task, context);
    if (form.isEmpty()) {
      Map<String, Object> shown = new LinkedHashMap<>();
      shown.put("caseNumber", task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey());
      return new ShownFacts(Map.of(), shown);
    }
    return formFacts.of(form.get(), PlainValues.stored(task.getVariablesTyped(false)), task.getExecution(), person, context);
  }
}
