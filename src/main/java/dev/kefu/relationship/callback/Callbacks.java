package dev.kefu.relationship.callback;

import dev.kefu.engine.CaseEnded;
import dev.kefu.information.Customers;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of call-backs. */
@Service
@RequiredArgsConstructor
@Transactional
class Callbacks {

  static final String PROCESS = "customer-callback";

  private final CallbackRepository repository;
  private final Customers customers;
  private final Clock clock;

  /** Opens a call-back; one that is open already stays as it is. */
  void open(String caseNumber, String processInstanceId, String reason, String role, String customerCode) {
    if (repository.findByProcessInstanceId(processInstanceId).isEmpty()) {
      repository.save(new CallbackRecord(caseNumber, processInstanceId, reason, role, customerCode, clock.instant()));
    }
  }

  /** Takes over purpose and way of the plan. */
  void plan(String processInstanceId, String purpose, String way) {
    of(processInstanceId).plan(purpose, way);
  }

  /**
   * Appoints the next try.
   *
   * @throws TryRefused when the customer was not reached on that day already
   */
  void appoint(String processInstanceId, Instant when) {
    of(processInstanceId).appoint(when, when.atZone(clock.getZone()).toLocalDate());
  }

  /**
   * Notes a try that was made now.
   *
   * @param satisfaction 1 to 5 when the customer was reached, else null
   * @return the call-back after it
   * @throws TryRefused when the customer was not reached today already, and now neither
   */
  CallbackRecord tried(String processInstanceId, Try.Outcome outcome, Integer satisfaction, String triedBy) {
    CallbackRecord callback = of(processInstanceId);
    callback.tried(new Try(clock.instant(), LocalDate.now(clock), outcome, triedBy), satisfaction);
    return callback;
  }

  /** Follows a corrected satisfaction. */
  void correct(String processInstanceId, Integer satisfaction) {
    of(processInstanceId).correct(satisfaction);
  }

  /**
   * Starts a case because of what the customer said, and notes its number; what was started before is not started again.
   *
   * @param start starts the case and returns its number
   * @return the number of the case
   */
  String startOnce(String processInstanceId, Function<CallbackRecord, String> start) {
    CallbackRecord callback = of(processInstanceId);
    if (callback.getFollowUpCase() == null) {
      callback.startedCase(start.apply(callback));
    }
    return callback.getFollowUpCase();
  }

  /** Notes what followed, and brings the contact into the customer master. */
  void follow(String processInstanceId, String followUp) {
    CallbackRecord callback = of(processInstanceId);
    callback.follow(followUp);
    customers.noteContact(callback.getCustomerCode(), callback.lastTry().triedOn(), callback.getSatisfaction());
  }

  /** Closes the call-back in the transaction in which its process ends. One that ends before its customer was known has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      CallbackRecord.Status outcome = CallbackRecord.Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT));
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(callback -> callback.end(outcome, clock.instant()));
    }
  }

  private CallbackRecord of(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no call-back for process instance " + processInstanceId + "."));
  }
}
