package dev.kefu.aftersales.feedback;

import dev.kefu.aftersales.feedback.ServiceFeedback.Origin;
import dev.kefu.aftersales.feedback.ServiceFeedback.Status;
import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of feedback. */
@Service
@RequiredArgsConstructor
@Transactional
class Feedbacks {

  static final String PROCESS = "service-feedback";

  private static final Map<String, Status> ENDS = Map.of("closed", Status.CLOSED, "told", Status.CLOSED, "complaintStarted", Status.COMPLAINT, "proposalStarted", Status.PROPOSAL,
      "cancelled", Status.CANCELLED);

  private final ServiceFeedbackRepository repository;
  private final Clock clock;

  /** Writes down what a customer said; what stands there already stays as it is. */
  ServiceFeedback open(Origin origin, FeedbackEntry entry, String person) {
    return repository.findByProcessInstanceId(origin.processInstanceId())
        .orElseGet(() -> repository.save(new ServiceFeedback(origin, entry, person, clock.instant())));
  }

  /**
   * The feedback with this id.
   *
   * @throws IllegalStateException when it was never written down
   */
  ServiceFeedback get(Long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no feedback " + id + "."));
  }

  /** Closes the feedback in the transaction in which its process ends. One that ends before the customer was asked has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(feedback -> feedback.end(ENDS.get(ended.outcome()), clock.instant()));
    }
  }
}
