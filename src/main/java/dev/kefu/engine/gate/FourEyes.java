package dev.kefu.engine.gate;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.ActingFor;
import dev.kefu.engine.BarredPersons;
import dev.kefu.engine.ModelProperties;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.core.variable.scope.AbstractVariableScope;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Separation of duty (C6): says who is barred from a user task by {@link ModelProperties#FOUR_EYES} and
 * {@link ModelProperties#FOUR_EYES_PERSONS}, of the task itself or of any call activity above it, and why. A named step is that of the
 * nearest process up the chain of callers whose model has it; a named variable is that of the nearest scope that has it. A step without these
 * properties costs no look into the history. Of named steps one at least must exist: a case does not go on unchecked. Whoever acts for somebody
 * is barred as that one is: a deputy is no way round.
 */
@Component
@RequiredArgsConstructor
public class FourEyes implements BarredPersons {

  /** What the usual variables call a person, in both languages. */
  private static final Map<String, String> PARTS = Map.of("drafter", "drafter 編制人", "starter", "starter 發起人", "owner", "owner 負責人");

  private final Performers performers;
  private final ObjectProvider<AuditTrail> auditTrail;
  private final ObjectProvider<PlatformTransactionManager> transactions;
  private final ObjectProvider<ActingFor> actingFor;

  /** A place in the chain of calls: a step, the scope it reads variables from, and its process instance. */
  private record Place(FlowElement step, AbstractVariableScope scope, ExecutionEntity instance) {

    /** The call activity in the calling process, which stands for all inside; null at the top. */
    Place caller() {
      ExecutionEntity call = instance.getSuperExecution();
      return call == null ? null : new Place(call.getBpmnModelElementInstance(), call, call.getProcessInstance());
    }

    /** The step with this id in the same process; null when it has none. */
    Place sibling(String id) {
      return instance.getBpmnModelInstance().getModelElementById(id) instanceof FlowElement found ? new Place(found, scope, instance) : null;
    }
  }

  /**
   * Whether somebody is barred, and how the actor reads of them.
   *
   * @param did as the subject of a sentence
   * @param named as its object
   */
  private record Suspect(String userId, String did, String named) {

    static Suspect of(String userId, String actorId) {
      return userId.equals(actorId) ? new Suspect(userId, "You", "you") : new Suspect(userId, userId, userId);
    }
  }

  /** Why a person may not do or correct a step of this instance, as people read it; empty when the person may. Works inside an engine command. */
  public Optional<String> against(String userId, String processInstanceId, String activityId, String actorId) {
    CommandContext context = Context.getCommandContext();
    ExecutionEntity instance = context.getExecutionManager().findExecutionById(processInstanceId);
    return instance != null && instance.getBpmnModelInstance().getModelElementById(activityId) instanceof UserTask step
        ? find(new Place(step, instance, instance), userId, actorId, context) : Optional.empty();
  }

  /** Why a person may not have or complete a task, as the actor reads it; empty when the person may. */
  Optional<String> against(String userId, TaskEntity task, Person actor, CommandContext context) {
    Place place = place(task);
    return place == null || up(place).allMatch(FourEyes::isOpenToAll) ? Optional.empty()
        : Stream.concat(Stream.of(userId), personsBehind(userId, task)).distinct().map(one -> find(place, one, actor.userId(), context)).flatMap(Optional::stream).findFirst();
  }

  @Override
  public Optional<String> against(String userId, DelegateTask task, String readerId) {
    Place place = place((TaskEntity) task);
    return place == null ? Optional.empty() : find(place, userId, readerId, Context.getCommandContext());
  }

  private static Place place(TaskEntity task) {
    FlowElement step = task.getExecutionId() == null ? null : task.getBpmnModelElementInstance();
    return step == null ? null : new Place(step, task, task.getProcessInstance());
  }

  private static boolean isOpenToAll(Place place) {
    return listed(place, ModelProperties.FOUR_EYES).isEmpty() && listed(place, ModelProperties.FOUR_EYES_PERSONS).isEmpty();
  }

  private Stream<String> personsBehind(String userId, TaskEntity task) {
    return actingFor.stream().flatMap(deputies -> deputies.personsFor(List.of(task.getId()), userId).values().stream());
  }

  /** Writes the refusal in a transaction of its own: that of the refused command is rolled back. */
  public void log(String actorId, String action, String subjectType, String subjectId, String caseNumber, String barred, String why) {
    TransactionTemplate own = new TransactionTemplate(transactions.getObject());
    own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    own.executeWithoutResult(status -> auditTrail.getObject().write(new AuditRecord(AuditRecord.Kind.REFUSAL, actorId, action, subjectType, subjectId,
        caseNumber, Map.of("person", barred, "reason", why))));
  }

  private Optional<String> find(Place at, String userId, String actorId, CommandContext context) {
    Suspect who = Suspect.of(userId, actorId);
    return up(at).flatMap(place -> Stream.concat(
            barring(place).stream().map(step -> byStep(step, who, context)),
            listed(place, ModelProperties.FOUR_EYES_PERSONS).stream().map(variable -> byVariable(variable, place, who))))
        .flatMap(Optional::stream).findFirst().map(cause -> cause + ": somebody else must do \"" + ModelElements.title(at.step())
            + "\". Let a colleague or a superior do it. 職責分離:此步驟須由他人辦理,請交同事或上級");
  }

  /** The named steps where they stand; not every caller has each, but a slip of the pen must not let everybody pass. */
  private static List<Place> barring(Place at) {
    List<String> named = listed(at, ModelProperties.FOUR_EYES);
    List<Place> steps = named.stream().flatMap(id -> nearest(at, place -> place.sibling(id)).stream()).toList();
    if (steps.isEmpty() && !named.isEmpty()) {
      throw new IllegalStateException("Step " + at.step().getId() + " bars whoever did " + named + ", but no process of this case has such a step; correct the property fourEyes");
    }
    return steps;
  }

  private Optional<String> byStep(Place step, Suspect who, CommandContext context) {
    String instance = step.instance().getId();
    String title = "\"" + ModelElements.title(step.step()) + "\" in this case";
    if (performers.did(who.userId(), instance, step.step(), context)) {
      return Optional.of(who.did() + " did " + title);
    }
    return performers.corrected(who.userId(), instance, step.step(), context) ? Optional.of(who.did() + " corrected " + title) : Optional.empty();
  }

  private static Optional<String> byVariable(String variable, Place from, Suspect who) {
    return nearest(from, place -> place.scope().hasVariable(variable) ? place.scope().<TypedValue>getVariableTyped(variable, false) : null)
        .filter(value -> value.getValue() instanceof String persons && ModelElements.split(persons).contains(who.userId()))
        .map(value -> "This case names " + who.named() + " as its " + PARTS.getOrDefault(variable, "\"" + variable + "\""));
  }

  private static List<String> listed(Place at, String property) {
    return ModelElements.split(ModelElements.properties(at.step()).get(property));
  }

  private static <T> Optional<T> nearest(Place from, Function<Place, T> look) {
    return up(from).flatMap(place -> Stream.ofNullable(look.apply(place))).findFirst();
  }

  private static Stream<Place> up(Place from) {
    return Stream.iterate(from, place -> place != null, Place::caller);
  }
}
