package dev.kefu.engine.gate;

import dev.kefu.engine.CaseFiles;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.form.FieldError;
import dev.kefu.engine.form.FormChecker;
import dev.kefu.engine.form.FormDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Checks what a person submits for a task against the form that the task shows, and claims an unclaimed task for that person first, so that
 * every completed task has a performer. What is stored is what was checked: Json is written anew from the parsed values. A task that
 * somebody else holds, or that {@link FourEyes} bars the person from, is refused with 403, wrong data with 400.
 */
@Component
@RequiredArgsConstructor
class TaskSubmissionGuard implements CommandGuard {

  private final TaskForms forms;
  private final FormChecker checker;
  private final ClassifiedFields classifiedFields;
  private final ObjectProvider<CaseFiles> files;
  private final FourEyes fourEyes;
  private final Refusals refusals;

  @Override
  public Set<Class<?>> guards() {
    return Set.of(SubmitTaskFormCmd.class, CompleteTaskCmd.class, ResolveTaskCmd.class);
  }

  @Override
  public Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    TaskEntity task = context.getTaskManager().findTaskById(CommandFields.get(command, "taskId"));
    if (task == null) {
      return proceed.get();
    }
    context.getProcessEngineConfiguration().getCommandCheckers().forEach(engineCheck -> engineCheck.checkTaskWork(task));
    if (task.getAssignee() != null && !task.getAssignee().equals(person.userId())) {
      throw Refusal.forbidden("This task is in the hands of " + task.getAssignee() + ": ask them to release it first. 此任務由他人辦理,請先請其釋放");
    }
    fourEyes.against(person.userId(), task, person, context).ifPresent(why -> {
      fourEyes.log(person.userId(), command instanceof ResolveTaskCmd ? "resolve" : "complete", "task", task.getId(), task.getProcessInstance().getBusinessKey(),
          person.userId(), why);
      throw Refusal.forbidden(why);
    });
    String field = command instanceof SubmitTaskFormCmd ? "properties" : "variables";
    Map<String, Object> variables = CommandFields.get(command, field);
    if (!(command instanceof ResolveTaskCmd) || variables != null && !variables.isEmpty()) {
      CommandFields.set(command, field, checked(variables == null ? Map.of() : variables, task, context));
    }
    if (task.getAssignee() == null) {
      context.getProcessEngineConfiguration().getTaskService().claim(task.getId(), person.userId());
    }
    try {
      return proceed.get() == null ? null : Variables.createVariables();
    } catch (FactsRefused refused) {
      throw Refusal.badRequest(refused.getMessage());
    }
  }

  private VariableMap checked(Map<String, Object> variables, TaskEntity task, CommandContext context) {
    Optional<FormDefinition> form = forms.boundTo(task, context);
    if (form.isEmpty() && !variables.isEmpty()) {
      throw Refusal.badRequest("This task has no form and takes no data 此任務沒有表單,不接受數據");
    }
    Map<String, Object> submitted = new HashMap<>(PlainValues.submitted(variables));
    form.ifPresent(bound -> {
      List<FieldError> errors = checker.check(bound, submitted, PlainValues.stored(task.getVariablesTyped(false)),
          kind -> files.getObject().has(task.getExecution().getProcessBusinessKey(), kind));
      if (!errors.isEmpty()) {
        refusals.ofForm(bound.id());
        throw Refusal.wrongFields(errors);
      }
      classifiedFields.moveOut(bound, submitted, task.getProcessInstanceId());
    });
    VariableMap stored = Variables.createVariables();
    submitted.forEach((name, value) -> stored.put(name, PlainValues.variable(value)));
    return stored;
  }
}
