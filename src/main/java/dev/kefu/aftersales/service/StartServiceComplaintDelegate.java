package dev.kefu.aftersales.service;

import dev.kefu.aftersales.complaints.ServiceComplaints;
import dev.kefu.aftersales.complaints.ServiceComplaints.Grievance;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the complaint that a request is, or becomes when the customer disagrees; once for each request. */
@Component
@RequiredArgsConstructor
class StartServiceComplaintDelegate implements JavaDelegate {

  private final ServiceRequests requests;
  private final ServiceComplaints complaints;

  @Override
  public void execute(DelegateExecution execution) {
    ServiceRequest request = requests.get((Long) execution.getVariable("requestId"));
    if (request.getComplaintCase() == null) {
      request.becomeComplaint(complaints.start(new Grievance(request.getCaseNumber(), request.getCustomerCode(), request.getProduct(),
          request.getFault() + "\n" + execution.getVariable("serviceResult"), request.getFault(), Performer.of(execution))));
    }
    execution.setVariable("serviceOutcome", "complaint");
    execution.setVariable("serviceResult", "Complaint 投訴: " + request.getComplaintCase());
  }
}
