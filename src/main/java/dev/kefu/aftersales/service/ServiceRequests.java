package dev.kefu.aftersales.service;

import dev.kefu.aftersales.service.ServiceRequest.Status;
import dev.kefu.engine.CaseEnded;
import java.time.Clock;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of service requests. */
@Service
@RequiredArgsConstructor
@Transactional
class ServiceRequests {

  static final String PROCESS = "after-sales-service";

  private static final Map<String, Status> ENDS = Map.of("closed", Status.CLOSED, "complaintStarted", Status.COMPLAINT, "repairWithdrawn", Status.WITHDRAWN,
      "withdrawn", Status.WITHDRAWN, "cancelled", Status.CANCELLED);

  private final ServiceRequestRepository repository;
  private final Clock clock;

  /** Opens a request; one that is open already stays as it is. */
  ServiceRequest open(String caseNumber, String processInstanceId, String person, RequestEntry entry) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseGet(() -> repository.save(new ServiceRequest(caseNumber, processInstanceId, person, entry, clock.instant())));
  }

  /**
   * The request with this id.
   *
   * @throws IllegalStateException when it was never opened
   */
  ServiceRequest get(Long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no service request " + id + "."));
  }

  /** Closes the request in the transaction in which its process ends. A case that ends before it was registered has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(request -> request.end(ENDS.get(ended.outcome()), clock.instant()));
    }
  }
}
