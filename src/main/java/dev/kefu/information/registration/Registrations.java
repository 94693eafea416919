package dev.kefu.information.registration;

import dev.kefu.engine.CaseEnded;
import dev.kefu.information.registration.Registration.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of registrations. */
@Service
@RequiredArgsConstructor
@Transactional
class Registrations {

  static final String PROCESS = "customer-info-registration";

  private static final Map<String, Status> OUTCOMES = Map.of("registered", Status.REGISTERED, "changed", Status.REGISTERED, "merged", Status.MERGED, "rejected", Status.REJECTED,
      "keptApart", Status.REJECTED, "withdrawn", Status.WITHDRAWN, "cancelled", Status.CANCELLED);

  private final RegistrationRepository repository;
  private final Clock clock;

  /** Opens a registration with its first report; one that is open already keeps it. */
  Registration open(String caseNumber, String processInstanceId, String operation, String reporter, Instant contactedAt, boolean late) {
    return find(processInstanceId).orElseGet(() -> repository.save(new Registration(caseNumber, processInstanceId, operation, reporter, contactedAt, now(), late)));
  }

  /**
   * Finds the registration of a process instance.
   *
   * @throws IllegalStateException when it was never reported
   */
  Registration of(String processInstanceId) {
    return find(processInstanceId).orElseThrow(() -> new IllegalStateException("The register has no registration for process instance " + processInstanceId + "."));
  }

  /** The same; empty when it was never reported. */
  Optional<Registration> find(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId);
  }

  /** Closes the registration in the transaction in which its process ends. One that ends before it was reported has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      find(ended.processInstanceId()).ifPresent(registration -> registration.end(OUTCOMES.get(ended.outcome()), now()));
    }
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
