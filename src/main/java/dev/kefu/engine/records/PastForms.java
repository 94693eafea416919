package dev.kefu.engine.records;

import dev.kefu.engine.CaseRecord.HandedIn;
import dev.kefu.engine.ShownField;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.ShownForm;
import dev.kefu.engine.gate.PlainValues;
import dev.kefu.engine.gate.TaskForms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds every version of every form that was handed in: each is one change of the form's variable. */
@Component
@RequiredArgsConstructor
class PastForms {

  /** A correction is noted in the transaction that changes the variable; a database that keeps whole seconds rounds them. */
  private static final Duration ROUNDING = Duration.ofSeconds(2);

  private final HistoryService historyService;
  private final TaskForms forms;
  private final JdbcClient jdbc;
  private final Clock clock;

  private record Correction(String root, String activityId, String corrector, String reason, Instant at) {
  }

  /** Who handed in a version, and where. */
  private record Origin(String activityId, String title, String by, String onBehalfOf, String correction) {
  }

  List<HandedIn> of(PastInstance past) {
    Map<String, FormDefinition> writers = forms.writers(past.definition().getDeploymentId(), Context.getCommandContext());
    List<Correction> corrections = corrections(past.instance().getId());
    Map<String, Object> variables = new HashMap<>();
    past.variables().forEach(variable -> variables.put(variable.getName(), PlainValues.storedValue(variable.getTypedValue())));
    List<HandedIn> found = new ArrayList<>();
    historyService.createHistoricDetailQuery().variableUpdates().processInstanceId(past.instance().getId()).disableCustomObjectDeserialization()
        .orderByTime().asc().orderPartiallyByOccurrence().asc().list().stream().map(HistoricVariableUpdate.class::cast)
        .filter(update -> writers.containsKey(update.getVariableName()))
        .forEach(update -> version(update, writers.get(update.getVariableName()), variables, past, corrections).ifPresent(found::add));
    return found;
  }

  private Optional<HandedIn> version(HistoricVariableUpdate update, FormDefinition form, Map<String, Object> variables, PastInstance past, List<Correction> corrections) {
    if (!(PlainValues.storedValue(update.getTypedValue()) instanceof Map<?, ?> data)) {
      return Optional.empty();
    }
    String root = update.getVariableName();
    Map<String, Object> then = new HashMap<>(variables);
    then.put(root, data);
    Origin origin = origin(update, past, corrections);
    List<ShownField> fields = ShownForm.of(form, then, clock).stream().filter(field -> field.path().startsWith(root + ".")).toList();
    return Optional.of(new HandedIn(form.id(), root, origin.activityId(), origin.title(), past.instance().getId(), update.getTime().toInstant(), origin.by(),
        origin.onBehalfOf(), origin.correction(), plain(data), fields));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> plain(Map<?, ?> data) {
    return (Map<String, Object>) data;
  }

  private Origin origin(HistoricVariableUpdate update, PastInstance past, List<Correction> corrections) {
    Optional<HistoricActivityInstance> activity = past.activities().stream().filter(one -> one.getId().equals(update.getActivityInstanceId())).findFirst();
    Optional<HistoricTaskInstance> task = activity.map(HistoricActivityInstance::getTaskId).map(past.tasks()::get);
    if (task.isPresent()) {
      return new Origin(activity.get().getActivityId(), past.title(activity.get().getActivityId(), activity.get().getActivityName()), task.get().getAssignee(),
          PastInstance.onBehalfOf(task.get()), null);
    }
    Optional<Correction> correction = corrections.stream().filter(one -> one.root().equals(update.getVariableName())
        && Duration.between(one.at(), update.getTime().toInstant()).abs().compareTo(ROUNDING) <= 0).findFirst();
    if (correction.isPresent()) {
      corrections.remove(correction.get());
      String activityId = correction.get().activityId();
      String name = past.activities().stream().filter(one -> one.getActivityId().equals(activityId)).map(HistoricActivityInstance::getActivityName)
          .filter(Objects::nonNull).findFirst().orElse(null);
      return new Origin(activityId, past.title(activityId, name), correction.get().corrector(), null, correction.get().reason());
    }
    return new Origin(activity.map(HistoricActivityInstance::getActivityId).orElse(null),
        activity.map(one -> past.title(one.getActivityId(), one.getActivityName())).orElse(null), operator(update), null, null);
  }

  /** An event comes from a person, or from a program. */
  private String operator(HistoricVariableUpdate update) {
    return update.getUserOperationId() == null ? null : historyService.createUserOperationLogQuery().operationId(update.getUserOperationId()).listPage(0, 1).stream()
        .map(UserOperationLogEntry::getUserId).filter(Objects::nonNull).findFirst().orElse(null);
  }

  private List<Correction> corrections(String processInstanceId) {
    return new ArrayList<>(jdbc.sql("select root, activity_id, corrector, reason, corrected_at from engine_corrections where process_instance_id = ? order by id")
        .param(processInstanceId).query((row, n) -> new Correction(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
            row.getObject(5, LocalDateTime.class).atZone(clock.getZone()).toInstant())).list());
  }
}
