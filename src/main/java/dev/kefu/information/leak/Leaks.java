package dev.kefu.information.leak;

import dev.kefu.engine.CaseEnded;
import dev.kefu.information.leak.InformationLeak.Status;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Consumer;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of leaks. */
@Service
@RequiredArgsConstructor
@Transactional
class Leaks {

  static final String PROCESS = "leak-incident";

  private static final Map<String, Status> OUTCOMES = Map.of("closed", Status.CLOSED, "falseAlarm", Status.FALSE_ALARM, "falseAlarmByInquiry", Status.FALSE_ALARM,
      "withdrawn", Status.WITHDRAWN, "cancelled", Status.CANCELLED);

  private final InformationLeakRepository repository;
  private final Clock clock;

  /**
   * Opens a leak; one that is open already stays as it is.
   *
   * @param complaintNumber of the complaint that brought it, or null
   * @return when it was reported
   */
  Instant report(String caseNumber, String processInstanceId, String complaintNumber, LeakReport report) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseGet(() -> repository.save(new InformationLeak(caseNumber, processInstanceId, complaintNumber, report, now()))).getReportedAt();
  }

  /**
   * Changes a leak.
   *
   * @param processInstanceId instance of leak-incident
   * @throws IllegalStateException when it was never reported
   */
  void change(String processInstanceId, Consumer<InformationLeak> change) {
    change.accept(repository.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no leak for process instance " + processInstanceId + ".")));
  }

  /** Closes the leak in the transaction in which its process ends. One that ends before it was reported has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(leak -> leak.end(OUTCOMES.get(ended.outcome()), now()));
    }
  }

  /** As precise as the register is. */
  Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
