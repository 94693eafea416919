package dev.kefu.complaint.remedy;

import dev.kefu.engine.CaseEnded;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of remedies. */
@Service
@RequiredArgsConstructor
@Transactional
class Remedies {

  private static final String PROCESS = "complaint-remedy";
  private static final Map<String, RemedyOrder.Status> OUTCOMES = Map.of("done", RemedyOrder.Status.DONE, "refusedByCustomer", RemedyOrder.Status.REFUSED_BY_CUSTOMER,
      "cancelled", RemedyOrder.Status.CANCELLED);

  private final RemedyOrderRepository repository;
  private final Clock clock;

  /** Opens a remedy; one that is open already stays as it is. Returns what earlier remedies of the same case paid. */
  BigDecimal open(RemedyOrder.Promise promise) {
    if (repository.findByProcessInstanceId(promise.processInstanceId()).isEmpty()) {
      repository.save(new RemedyOrder(promise, clock.instant()));
    }
    return repository.findByCaseNumberOrderById(promise.caseNumber()).stream().filter(order -> !order.getProcessInstanceId().equals(promise.processInstanceId()))
        .map(RemedyOrder::paid).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Changes a remedy and returns it.
   *
   * @param processInstanceId instance of complaint-remedy
   * @throws IllegalStateException when it was never opened
   */
  RemedyOrder change(String processInstanceId, Consumer<RemedyOrder> change) {
    RemedyOrder order = of(processInstanceId);
    change.accept(order);
    return order;
  }

  /** Finds a remedy; see {@link #change}. */
  RemedyOrder of(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no remedy for process instance " + processInstanceId + "."));
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  /** Closes the remedy in the transaction in which its process ends. One that ends before it was opened has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(order -> order.end(OUTCOMES.get(ended.outcome()), clock.instant()));
    }
  }
}
