package dev.kefu.engine.events;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.form.FieldError;
import dev.kefu.engine.gate.EventData;
import dev.kefu.engine.gate.FourEyes;
import dev.kefu.engine.gate.TrustedDoor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;

/**
 * Puts right what went wrong in a running case: corrects a form that was handed in, or ends a case that should not be. Both ask for a reason,
 * which stands in the case's comments; the audit trail keeps a digest. A correction changes the fact and what a register keeps of it; what
 * rules and gateways decided before stays decided.
 */
@Service
@RequiredArgsConstructor
class CaseMending {

  private static final int LONGEST_REASON = 500;

  private final TrustedDoor door;
  private final HandedInForms handedIn;
  private final WaitingEvents events;
  private final CaseRights rights;
  private final Corrections corrections;
  private final FourEyes fourEyes;
  private final EventData eventData;
  private final RuntimeService runtimeService;
  private final TaskService taskService;
  private final ObjectProvider<AuditTrail> auditTrail;
  private final ApplicationEventPublisher publisher;

  /** Forms of the case that the person may correct, those included that cannot be corrected now. */
  List<HandedIn> correctable(String caseNumber, Authentication person) {
    return door.run(() -> {
      requireCase(caseNumber, person);
      return handedIn.of(caseNumber).stream().filter(form -> rights.mayCorrect(form, person))
          .map(form -> against(form, person).map(form::blockedBecause).orElse(form)).toList();
    });
  }

  /** The form as it was handed in, for the person to correct; refused as {@link #correct} is. */
  EventData.Sheet sheet(String caseNumber, String root, Authentication person) {
    return door.run(() -> {
      HandedIn form = theOne(caseNumber, root, person);
      return eventData.sheet(form.form(), execution(form), handedIn.factsOf(form), person);
    });
  }

  /**
   * Writes a form anew.
   *
   * @param reason 1 to 500 characters
   * @param data the whole form, without its root
   * @throws EventProblem 404 unknown or not to be seen, 403 not this person, 409 nothing to correct or not now, 400 wrong data
   */
  void correct(String caseNumber, String root, String reason, Object data, Authentication person) {
    door.run(() -> {
      HandedIn form = theOne(caseNumber, root, person);
      List<FieldError> errors = new ArrayList<>(reasonErrors(reason));
      EventData.Checked checked = eventData.check(form.form(), execution(form), handedIn.factsOf(form), data);
      errors.addAll(checked.errors());
      if (!errors.isEmpty()) {
        throw EventProblem.wrongFields(errors);
      }
      runtimeService.setVariables(form.processInstanceId(), checked.variables());
      corrections.add(caseNumber, form, person.getUserId(), reason.strip());
      taskService.createComment(null, form.processInstanceId(), "Corrected 更正 · " + form.title() + ": " + reason.strip());
      audit("correct", form.processInstanceId(), caseNumber, reason, person);
      publisher.publishEvent(new CaseCorrected(form.processKey(), form.processInstanceId(), caseNumber, root, form.activityId(), person.getUserId()));
      return null;
    });
  }

  /** Whether the person may cancel the case; false for one that does not run. */
  boolean mayCancel(String caseNumber, Authentication person) {
    return door.run(() -> rights.running(caseNumber).filter(root -> rights.mayCancel(root, person)).isPresent());
  }

  /**
   * Ends a case with all its called parts; its register closes as cancelled, nothing is deleted.
   *
   * @throws EventProblem 404 unknown or not to be seen, 403 not this person, 409 ended, 400 no reason
   */
  void cancel(String caseNumber, String reason, Authentication person) {
    door.run(() -> {
      ProcessInstance root = requireCase(caseNumber, person);
      if (!rights.mayCancel(root, person)) {
        throw EventProblem.mayNotCancel();
      }
      if (!reasonErrors(reason).isEmpty()) {
        throw EventProblem.wrongFields(reasonErrors(reason));
      }
      taskService.createComment(null, root.getId(), "Cancelled 取消: " + reason.strip());
      audit("cancel", root.getId(), caseNumber, reason, person);
      // What a step hands over at its end may not be there yet: io mappings are skipped.
      runtimeService.deleteProcessInstance(root.getId(), reason.strip(), false, true, true);
      return null;
    });
  }

  private HandedIn theOne(String caseNumber, String root, Authentication person) {
    requireCase(caseNumber, person);
    List<HandedIn> forms = handedIn.of(caseNumber).stream().filter(form -> form.root().equals(root)).toList();
    if (forms.isEmpty()) {
      throw EventProblem.notHandedIn(root);
    }
    HandedIn form = forms.stream().filter(one -> rights.mayCorrect(one, person)).findFirst().orElseThrow(EventProblem::mayNotCorrect);
    against(form, person).ifPresent(why -> {
      fourEyes.log(person.getUserId(), "correct", "case", form.processInstanceId(), caseNumber, person.getUserId(), why);
      throw EventProblem.barred(why);
    });
    if (form.blocked() != null) {
      throw EventProblem.blocked(form.blocked());
    }
    return form;
  }

  /** Who is barred from a step (four eyes) does not speak through its form either. */
  private Optional<String> against(HandedIn form, Authentication person) {
    return fourEyes.against(person.getUserId(), form.processInstanceId(), form.activityId(), person.getUserId());
  }

  private ProcessInstance requireCase(String caseNumber, Authentication person) {
    ProcessInstance root = rights.running(caseNumber).orElse(null);
    if (root == null && events.wasStartedBy(caseNumber, person.getUserId())) {
      throw EventProblem.ended(caseNumber);
    }
    if (root == null || !rights.maySee(root, person)) {
      throw EventProblem.unknownCase(caseNumber);
    }
    return root;
  }

  private static ExecutionEntity execution(HandedIn form) {
    return Context.getCommandContext().getExecutionManager().findExecutionById(form.processInstanceId());
  }

  private static List<FieldError> reasonErrors(String reason) {
    String label = "Reason 原因";
    if (reason == null || reason.isBlank()) {
      return List.of(new FieldError("reason", label, "is required 為必填"));
    }
    return reason.length() <= LONGEST_REASON ? List.of()
        : List.of(new FieldError("reason", label, "has more than " + LONGEST_REASON + " characters 超過 " + LONGEST_REASON + " 個字"));
  }

  private void audit(String action, String processInstanceId, String caseNumber, String reason, Authentication person) {
    auditTrail.getObject().write(new AuditRecord(AuditRecord.Kind.OPERATION, person.getUserId(), action, "case", processInstanceId, caseNumber,
        Map.of("reason", reason)));
  }
}
