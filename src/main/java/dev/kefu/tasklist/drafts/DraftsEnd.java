package dev.kefu.tasklist.drafts;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.history.event.HistoricTaskInstanceEventEntity;
import org.camunda.bpm.engine.impl.history.event.HistoryEvent;
import org.camunda.bpm.engine.impl.history.event.HistoryEventTypes;
import org.camunda.bpm.engine.impl.history.handler.HistoryEventHandler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Deletes the drafts of a task with the task, however it ends: completed, overtaken by an event, or cancelled with its case. */
@Component
@RequiredArgsConstructor
class DraftsEnd implements HistoryEventHandler {

  private static final String ENDED = HistoryEventTypes.TASK_INSTANCE_COMPLETE.getEventName();

  /** Asked late: it needs the engine, which is being made when it gets this handler. */
  private final ObjectProvider<Drafts> drafts;

  @Override
  public void handleEvents(List<HistoryEvent> events) {
    events.forEach(this::handleEvent);
  }

  @Override
  public void handleEvent(HistoryEvent event) {
    if (event instanceof HistoricTaskInstanceEventEntity task && ENDED.equals(task.getEventType())) {
      drafts.getObject().taskHasEnded(task.getTaskId());
    }
  }
}
