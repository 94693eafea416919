package dev.kefu.aftersales.service;

import dev.kefu.aftersales.Moments;
import dev.kefu.aftersales.Units;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the request in the register and says what look-up, tables and work need. Sale, warranty and contract are those of the register of units where it knows the unit. */
@Component
@RequiredArgsConstructor
class OpenServiceRequestDelegate implements JavaDelegate {

  private final ServiceRequests requests;
  private final Units units;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    RequestEntry entry = FormData.read(execution, "request", RequestEntry.class);
    ProductFacts product = ProductFacts.of(entry, units.find(entry.product(), entry.serialNo()), LocalDate.now(clock));
    String person = Performer.of(execution);
    execution.setVariable("requestId", requests.open(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), person, entry).getId());
    execution.setVariable(CaseVariables.OWNER, person);
    execution.setVariable("customerQuery", entry.customer() == null ? "" : entry.customer());
    execution.setVariable("route", entry.requestType());
    execution.setVariable("contactFacts", entry.contactFacts());
    execution.setVariable("district", entry.district() == null ? "" : entry.district());
    execution.setVariable("appointmentAt", entry.appointment() == null ? null : Date.from(entry.appointment().toInstant()));
    execution.setVariable("appointmentText", Moments.shown(entry.appointment(), clock));
    execution.setVariable("serviceFacts", "");
    execution.setVariable("serviceOutcome", "unsettled");
    execution.setVariable("serviceResult", "");
    execution.setVariable("customerWords", "");
    setProduct(execution, entry, product);
    setCause(execution, entry);
  }

  private static void setProduct(DelegateExecution execution, RequestEntry entry, ProductFacts product) {
    execution.setVariable("product", entry.product());
    execution.setVariable("serialNumber", entry.serialNo());
    execution.setVariable("saleDate", product.soldOn() == null ? "" : product.soldOn().toString());
    execution.setVariable("hasProof", product.hasProof());
    execution.setVariable("inWarranty", product.inWarranty());
    execution.setVariable("contractValid", product.contractValid());
    execution.setVariable("ownGoods", entry.ownGoods());
    execution.setVariable("daysSinceSale", product.daysSinceSale());
    execution.setVariable("wish", entry.wish() == null ? "" : entry.wish());
    execution.setVariable("failedRepairs", entry.failedRepairs() == null ? 0 : entry.failedRepairs());
    execution.setVariable("pricePaid", entry.pricePaid() == null ? "0" : entry.pricePaid().toPlainString());
  }

  private static void setCause(DelegateExecution execution, RequestEntry entry) {
    execution.setVariable("fault", entry.faultDescription());
    execution.setVariable("customerCaused", entry.customerCaused());
    execution.setVariable("openedByOthers", entry.openedByOthers());
    execution.setVariable("customMade", entry.customMade());
    execution.setVariable("customerFault", entry.customerCaused() || entry.openedByOthers());
    execution.setVariable("danger", entry.dangerous() || entry.stopped());
    execution.setVariable("functionImpact", entry.functionImpact());
  }
}
