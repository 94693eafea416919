package dev.kefu.relationship.reception;

import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of receptions. */
@Service
@RequiredArgsConstructor
@Transactional
class Receptions {

  static final String PROCESS = "customer-reception";

  private static final String REJECTED = "rejected";

  private final ReceptionRepository repository;
  private final Clock clock;

  /** Opens a reception, or takes over its request again after it was returned. */
  Reception request(String caseNumber, String processInstanceId, String starter, String customer, ReceptionRequest request) {
    Reception reception = repository.findByProcessInstanceId(processInstanceId).orElseGet(() -> new Reception(caseNumber, processInstanceId, starter, clock.instant()));
    reception.request(customer, request);
    return repository.save(reception);
  }

  /**
   * Finds the reception of a process instance.
   *
   * @throws IllegalStateException when it was never requested
   */
  Reception of(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no reception for process instance " + processInstanceId + "."));
  }

  /** Closes the reception in the transaction in which its process ends. One that ends before it was requested has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(reception -> reception.end(outcome(ended.outcome()), clock.instant()));
    }
  }

  /** Who rejected it makes another end of the picture, but not of the register. */
  private static Reception.Status outcome(String end) {
    return end.startsWith(REJECTED) ? Reception.Status.REJECTED : Reception.Status.valueOf(end.toUpperCase(Locale.ROOT));
  }
}
