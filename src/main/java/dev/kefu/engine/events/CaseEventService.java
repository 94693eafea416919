package dev.kefu.engine.events;

import dev.kefu.engine.gate.EventData;
import dev.kefu.engine.gate.TrustedDoor;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Service;

/** Lists what a case may be told by a person, and tells it: right, time and data are checked, then the message goes through the trusted door. */
@Service
@RequiredArgsConstructor
class CaseEventService {

  private final TrustedDoor door;
  private final WaitingEvents events;
  private final EventData eventData;
  private final RuntimeService runtimeService;

  List<WaitingEvent> reportable(String caseNumber, Authentication person) {
    return door.run(() -> {
      requireCase(caseNumber);
      return events.of(caseNumber).stream().filter(event -> events.mayReport(event, person)).toList();
    });
  }

  /**
   * Tells the case.
   *
   * @throws EventProblem 404 unknown case, 409 not waiting or too late, 403 not this person, 400 wrong data
   */
  void report(String caseNumber, String message, Object data, Authentication person) {
    door.run(() -> {
      requireCase(caseNumber);
      WaitingEvent event = theOne(message, events.of(caseNumber).stream().filter(waiting -> waiting.message().equals(message)).toList(), person);
      ExecutionEntity waiting = Context.getCommandContext().getExecutionManager().findExecutionById(event.executionId());
      EventData.Checked checked = eventData.check(event.form(), waiting, data);
      if (!checked.errors().isEmpty()) {
        throw EventProblem.wrongFields(checked.errors());
      }
      runtimeService.messageEventReceived(message, event.executionId(), checked.variables());
      return null;
    });
  }

  private void requireCase(String caseNumber) {
    if (!events.isKnown(caseNumber)) {
      throw EventProblem.unknownCase(caseNumber);
    }
  }

  private WaitingEvent theOne(String message, List<WaitingEvent> waiting, Authentication person) {
    if (waiting.isEmpty()) {
      throw EventProblem.notWaiting(message);
    }
    List<WaitingEvent> allowed = waiting.stream().filter(event -> events.mayReport(event, person)).toList();
    if (allowed.isEmpty()) {
      throw EventProblem.notYours(message);
    }
    if (allowed.size() > 1) {
      throw EventProblem.ambiguous(message);
    }
    return allowed.get(0);
  }
}
