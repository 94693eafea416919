package dev.kefu.relationship.help;

import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.util.Locale;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of help cases. */
@Service
@RequiredArgsConstructor
@Transactional
class HelpCases {

  private static final String PROCESS = "customer-help";

  private final HelpCaseRepository repository;
  private final Clock clock;

  /** Opens a case; a case that is open already stays as it is. */
  void open(String caseNumber, String processInstanceId, String starter, Need need) {
    if (repository.findByProcessInstanceId(processInstanceId).isEmpty()) {
      repository.save(new HelpCase(caseNumber, processInstanceId, starter, need, clock.instant()));
    }
  }

  /**
   * Finds the case of a process instance.
   *
   * @throws IllegalStateException when it was never opened
   */
  HelpCase of(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no help case for process instance " + processInstanceId + "."));
  }

  /** Closes the case in the transaction in which its process ends. A case that ends before it was recorded has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      HelpCase.Status outcome = HelpCase.Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT));
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(helpCase -> helpCase.end(outcome, clock.instant()));
    }
  }

  /** Follows a corrected need; the route that was chosen by the earlier facts stays, until the supervisor sorts again. */
  void correct(String processInstanceId, Need need) {
    repository.findByProcessInstanceId(processInstanceId).ifPresent(helpCase -> helpCase.correct(need));
  }
}
