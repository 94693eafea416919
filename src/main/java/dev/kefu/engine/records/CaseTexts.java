package dev.kefu.engine.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.engine.StoredJson;
import dev.kefu.engine.gate.TaskForms;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.history.event.HistoricVariableUpdateEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Keeps what forms said for the search, in the transaction in which a form is handed in or corrected. Camunda's starter finds it by its type and hands it every event once. */
@Component
@RequiredArgsConstructor
class CaseTexts implements HistoryEventHandler {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> WRITTEN = Set.of(HistoryEventTypes.VARIABLE_INSTANCE_CREATE.getEventName(), HistoryEventTypes.VARIABLE_INSTANCE_UPDATE.getEventName());
  private static final int AT_ONCE = 500;

  private final TaskForms forms;
  private final JdbcClient jdbc;
  private final ObjectProvider<HistoryService> historyService;
  private final Clock clock;

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricVariableUpdateEventEntity update && WRITTEN.contains(update.getEventType()) && "json".equals(update.getSerializerName()) && json(update) != null
        && isForm(update)) {
      keep(update);
    }
  }

  /** Other variables hold choices that a step was given: names of customers who have nothing to do with the case. */
  private boolean isForm(HistoricVariableUpdateEventEntity update) {
    CommandContext context = Context.getCommandContext();
    ExecutionEntity instance = update.getProcessInstanceId() == null ? null : context.getExecutionManager().findExecutionById(update.getProcessInstanceId());
    return instance != null && forms.writers(instance.getProcessDefinition().getDeploymentId(), context).containsKey(update.getVariableName());
  }

  private void keep(HistoricVariableUpdateEventEntity update) {
    String words = words(update);
    LocalDateTime now = LocalDateTime.now(clock);
    // Of a variable that was made just now there are no words to replace.
    boolean known = !HistoryEventTypes.VARIABLE_INSTANCE_CREATE.getEventName().equals(update.getEventType())
        && jdbc.sql("update engine_case_texts set words = ?, written_at = ? where variable_id = ?").params(words, now, update.getVariableInstanceId()).update() > 0;
    if (!known) {
      jdbc.sql("insert into engine_case_texts (variable_id, root_instance_id, words, written_at) values (?, ?, ?, ?)")
          .params(update.getVariableInstanceId(), update.getRootProcessInstanceId(), words, now).update();
    }
  }

  private static String json(HistoricVariableUpdateEventEntity update) {
    return StoredJson.text(update.getTextValue(), update.getByteValue());
  }

  private static String words(HistoricVariableUpdateEventEntity update) {
    try {
      return SearchWords.of(JSON.readValue(json(update), Object.class));
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("The form " + update.getVariableName() + " is no JSON", damaged);
    }
  }

  /** The newest cases in which something fits. */
  List<String> casesWith(List<String> words, int most) {
    String anyOf = String.join(" or ", words.stream().map(word -> "words like ? escape '!'").toList());
    return jdbc.sql("select root_instance_id from engine_case_texts where " + anyOf + " group by root_instance_id order by max(written_at) desc limit " + most)
        .params(words.stream().map(word -> "%" + word.replaceAll("([!%_])", "!$1") + "%").toList()).query(String.class).list();
  }

  /** What the engine has forgotten is forgotten here too. */
  @Scheduled(cron = "0 50 2 * * *", zone = "Asia/Shanghai")
  void forget() {
    String last = "";
    List<String> page;
    do {
      page = jdbc.sql("select distinct root_instance_id from engine_case_texts where root_instance_id > ? order by root_instance_id limit " + AT_ONCE).param(last).query(String.class).list();
      if (!page.isEmpty()) {
        last = page.get(page.size() - 1);
        Set<String> gone = new HashSet<>(page);
        historyService.getObject().createHistoricProcessInstanceQuery().processInstanceIds(new HashSet<>(page)).list().stream().map(HistoricProcessInstance::getId).forEach(gone::remove);
        if (!gone.isEmpty()) {
          jdbc.sql("delete from engine_case_texts where root_instance_id in (:gone)").param("gone", gone).update();
        }
      }
    } while (page.size() == AT_ONCE);
  }
}
