package dev.kefu.engine.events;

import dev.kefu.engine.gate.EventData;
import dev.kefu.engine.gate.TrustedDoor;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Service;

/** Lists what a case may be told by a person, and tells it: right, time and data are checked, then the message goes through the trusted door. */
@Service
@RequiredArgsConstructor
class CaseEventService {

  private final TrustedDoor door;
  private final WaitingEvents events;
  private final EventData eventData;
  private final RuntimeService runtimeService;

  /** What the person may report of a case; those that came too late are named too. */
  List<WaitingEvent> reportable(String caseNumber, Authentication person) {
    return door.run(() -> {
      requireCase(caseNumber);
      return events.of(caseNumber).stream().filter(event -> events.mayReport(event, person)).toList();
    });
  }

  /** The event's form as the person fills it in; refused as {@link #report} is. */
  EventData.Sheet sheet(String caseNumber, String message, Authentication person) {
    return door.run(() -> {
      requireCase(caseNumber);
      WaitingEvent event = theOne(message, events.of(caseNumber), person);
      return eventData.sheet(event.form(), execution(event), Variables.createVariables(), person);
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
      WaitingEvent event = theOne(message, events.of(caseNumber), person);
      EventData.Checked checked = eventData.check(event.form(), execution(event), data);
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

  private static ExecutionEntity execution(WaitingEvent event) {
    return Context.getCommandContext().getExecutionManager().findExecutionById(event.executionId());
  }

  private WaitingEvent theOne(String message, List<WaitingEvent> ofCase, Authentication person) {
    List<WaitingEvent> waiting = ofCase.stream().filter(event -> event.message().equals(message)).toList();
    if (waiting.isEmpty()) {
      throw EventProblem.notWaiting(message);
    }
    List<WaitingEvent> allowed = waiting.stream().filter(event -> events.mayReport(event, person)).toList();
    if (allowed.isEmpty()) {
      throw EventProblem.notYours(message);
    }
    List<WaitingEvent> inTime = allowed.stream().filter(event -> !event.isTooLate()).toList();
    if (inTime.isEmpty()) {
      throw EventProblem.tooLate(allowed.get(0));
    }
    if (inTime.size() > 1) {
      throw EventProblem.ambiguous(message);
    }
    return inTime.get(0);
  }
}
