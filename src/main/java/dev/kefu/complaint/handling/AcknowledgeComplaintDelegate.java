package dev.kefu.complaint.handling;

import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.time.Clock;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that the complaint is acknowledged; the receipt itself went out when the customer became known, to whom could be written to. */
@Component
@RequiredArgsConstructor
class AcknowledgeComplaintDelegate implements JavaDelegate {

  private final Complaints complaints;
  private final Customers customers;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    ComplaintCase complaint = complaints.get((Long) execution.getVariable("complaintId"));
    boolean byMail = Optional.ofNullable(complaint.getCustomerCode()).flatMap(customers::find).map(CustomerCard::email).isPresent();
    complaint.acknowledge(byMail, clock.instant());
    execution.setVariable("acknowledgement", byMail ? "Acknowledged by mail 已郵件告知受理"
        : "No mail address: tell the number and the date at the first contact 無郵箱，首次聯系時請告知編號與日期");
  }
}
