package dev.kefu.aftersales.service;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.OffsetDateTime;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes arrival and result of a visit into the register; a fault that was found goes on to the repair. */
@Component
@RequiredArgsConstructor
class NoteServiceVisitDelegate implements JavaDelegate {

  private final ServiceRequests requests;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ServiceRequest request = requests.get((Long) execution.getVariable("requestId"));
    Visit visit = FormData.read(execution, "inspection".equals(execution.getVariable("route")) ? "inspection" : "installation", Visit.class);
    if (visit.leftAt().isBefore(visit.arrivedAt())) {
      throw new FactsRefused("Left 離開: not before the arrival. 不得早於到達時間。");
    }
    boolean faultFound = "yes".equals(visit.faultFound());
    request.visit(visit.arrivedAt().toInstant());
    if (!faultFound) {
      request.serve("visited", visit.workDone(), clock.instant());
    }
    execution.setVariable("serviceOutcome", faultFound ? "unsettled" : "served");
    execution.setVariable("serviceResult", visit.workDone());
    execution.setVariable("faultFound", faultFound);
    execution.setVariable("fault", faultFound ? visit.fault() : execution.getVariable("fault"));
  }

  /**
   * The form after-sales-service-work-install or after-sales-service-work-inspect.
   *
   * @param arrivedAt when the technician came
   * @param leftAt when the technician left
   * @param workDone readable
   * @param faultFound yes or no; null of an installation
   * @param fault what is broken, null unless a fault was found
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Visit(OffsetDateTime arrivedAt, OffsetDateTime leftAt, String workDone, String faultFound, String fault) {
  }
}
