package dev.kefu.relationship.callback;

import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes, in the transaction in which a case of another procedure is closed, that its customer is to be called back. */
@Component
@RequiredArgsConstructor
class ClosedCaseListener {

  /** Process id and outcome, in the way of {@code process/outcome}. */
  private static final Map<String, CallbackReason> REASONS = Map.of("complaint-handling/closed", CallbackReason.COMPLAINT, "repair/repaired", CallbackReason.REPAIR);

  private final DueCallbacks dueCallbacks;
  private final RuntimeService runtimeService;
  private final Clock clock;

  @EventListener
  @Transactional
  void on(CaseEnded ended) {
    Optional.ofNullable(REASONS.get(ended.processKey() + "/" + ended.outcome())).ifPresent(reason -> {
      if (runtimeService.getVariable(ended.processInstanceId(), CaseVariables.CUSTOMER_CODE) instanceof String customer) {
        dueCallbacks.note(customer, reason.getCode(), ended.caseNumber(), LocalDate.now(clock));
      }
    });
  }
}
