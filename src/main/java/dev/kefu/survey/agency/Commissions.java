package dev.kefu.survey.agency;

import dev.kefu.budget.Budgets;
import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of commissions. */
@Service
@RequiredArgsConstructor
@Transactional
class Commissions {

  static final String PROCESS = "commissioned-survey";
  static final String WORK = "commissioned-survey-work";

  /** The cost centre that pays agencies. */
  static final String SECTION = "survey";

  private final CommissionRepository repository;
  private final Budgets budgets;
  private final Clock clock;

  Commission open(Commission commission) {
    return repository.save(commission);
  }

  /**
   * Finds a commission.
   *
   * @throws IllegalStateException when there is none
   */
  Commission get(Long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no commission " + id + "."));
  }

  /** Closes the commission in the transaction in which its process ends, and frees what it still holds of the budget. One that ends before its brief has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(commission -> {
        commission.end(outcome(ended.outcome()), clock.instant());
        budgets.release(ended.processInstanceId());
      });
    }
  }

  /** Why nothing came of it makes different ends of the picture, but not of the register. */
  private static Commission.Status outcome(String end) {
    return switch (end) {
      case "accepted" -> Commission.Status.ACCEPTED;
      case "rejected", "rejectedByApprover" -> Commission.Status.REJECTED;
      default -> Commission.Status.CANCELLED;
    };
  }
}
