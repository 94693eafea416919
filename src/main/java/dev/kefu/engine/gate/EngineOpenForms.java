package dev.kefu.engine.gate;

import dev.kefu.engine.OpenForms;
import dev.kefu.engine.form.FormDefinition;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Service;

/** Asks of a task what {@link TaskSubmissionGuard} will ask when its form is handed in. */
@Service
@RequiredArgsConstructor
class EngineOpenForms implements OpenForms {

  private final TrustedDoor door;
  private final TaskForms forms;
  private final FourEyes fourEyes;
  private final ClassifiedFields classifiedFields;
  private final IdentityService identityService;

  @Override
  public Optional<Set<String>> rootsOf(String taskId) {
    Person person = Person.current(identityService);
    return person == null ? Optional.empty() : door.run(() -> {
      CommandContext context = Context.getCommandContext();
      TaskEntity task = context.getTaskManager().findTaskById(taskId);
      return task != null && isTheirs(task, person) && fourEyes.against(person.userId(), task, person, context).isEmpty()
          ? Optional.of(forms.boundTo(task, context).map(FormDefinition::roots).orElse(Set.of())) : Optional.empty();
    });
  }

  private static boolean isTheirs(TaskEntity task, Person person) {
    return task.getAssignee() == null ? TaskWorkers.include(task, person) : task.getAssignee().equals(person.userId());
  }

  @Override
  public void takeOutKept(String taskId, Map<String, Object> typed) {
    door.run(() -> {
      CommandContext context = Context.getCommandContext();
      TaskEntity task = context.getTaskManager().findTaskById(taskId);
      forms.boundTo(task, context).ifPresent(form -> classifiedFields.takeOutKept(form, typed, task.getExecution()));
      return null;
    });
  }
}
