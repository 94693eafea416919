package dev.kefu.complaint.correction;

import dev.kefu.complaint.ComplaintGraded;
import dev.kefu.complaint.CorrectionOrdered;
import dev.kefu.complaint.SameComplaints;
import dev.kefu.complaint.SameComplaints.Matter;
import dev.kefu.complaint.correction.CorrectiveAction.Cause;
import dev.kefu.complaint.correction.CorrectiveAction.Status;
import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of corrective actions. */
@Service
@RequiredArgsConstructor
@Transactional
class CorrectiveActions {

  static final String PROCESS = "complaint-corrective-action";

  private final CorrectiveActionRepository repository;
  private final SameComplaints ledger;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** Opens a corrective action and ties it to its complaint; one that is open already is returned. */
  CorrectiveAction open(String caseNumber, String processInstanceId, Cause cause) {
    return repository.findByProcessInstanceId(processInstanceId).orElseGet(() -> {
      CorrectiveAction opened = repository.save(new CorrectiveAction(caseNumber, processInstanceId, cause, clock.instant()));
      if (cause.sourceCase() != null) {
        events.publishEvent(new CorrectionOrdered(cause.sourceCase(), caseNumber));
      }
      return opened;
    });
  }

  /** What a complaint is about; nothing is known of one that the ledger does not have. */
  Matter matterOf(String complaint) {
    return Optional.ofNullable(complaint).flatMap(ledger::matterOf).orElse(new Matter(null, null, null));
  }

  /**
   * Finds a corrective action.
   *
   * @throws IllegalStateException when it was never opened
   */
  CorrectiveAction of(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no corrective action for process instance " + processInstanceId + "."));
  }

  /** Ends the watch and returns the numbers of the same complaints that came during it. */
  List<String> endWatch(CorrectiveAction action) {
    List<String> complaints = ledger.since(action.matter(), action.getAcceptedAt(), clock.instant());
    action.endWatch(complaints, clock.instant());
    return complaints;
  }

  /** Corrective actions that were accepted and that this complaint shows to be of no effect. */
  List<CorrectiveAction> repeatedBy(ComplaintGraded complaint) {
    return repository.findByStatusAndKind(Status.WATCHING, complaint.matter().kind()).stream()
        .filter(action -> action.watches(complaint.matter(), complaint.receivedAt())).toList();
  }

  /** Closes the corrective action in the transaction in which its process ends. One that ends before it was opened has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId())
          .ifPresent(action -> action.end(Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT)), clock.instant()));
    }
  }
}
