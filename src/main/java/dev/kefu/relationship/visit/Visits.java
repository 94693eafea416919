package dev.kefu.relationship.visit;

import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of visits. */
@Service
@RequiredArgsConstructor
@Transactional
class Visits {

  static final String PROCESS = "customer-visit";

  private final VisitRepository repository;
  private final Clock clock;

  /** Opens a visit, or takes over its plan again after it was returned. */
  Visit plan(String caseNumber, String processInstanceId, VisitPlan plan) {
    Visit visit = repository.findByProcessInstanceId(processInstanceId).orElseGet(() -> new Visit(caseNumber, processInstanceId, clock.instant()));
    visit.plan(plan);
    return repository.save(visit);
  }

  /**
   * Finds a visit.
   *
   * @throws IllegalStateException when there is none
   */
  Visit get(long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no visit " + id + "."));
  }

  /** The visit of a process instance; empty when it was never planned. */
  Optional<Visit> of(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId);
  }

  /** When the customer was visited last, or empty. */
  Optional<Instant> lastVisit(String customer) {
    return repository.lastVisit(customer);
  }

  /** Starts the complaint that a visit led to; one that was started before is not started again. */
  void complainOnce(long id, Function<Visit, String> start) {
    Visit visit = get(id);
    if (visit.getComplaintCase() == null) {
      visit.becomeComplaint(start.apply(visit));
    }
  }

  /** Closes the visit in the transaction in which its process ends. One that ends before it was planned has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      Visit.Status outcome = Visit.Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT));
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(visit -> visit.end(outcome, clock.instant()));
    }
  }
}
