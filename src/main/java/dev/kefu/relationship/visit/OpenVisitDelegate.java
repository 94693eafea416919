package dev.kefu.relationship.visit;

import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the visit in the register, as the form or the plan of the month says, and writes down what is approved and prepared. */
@Component
@RequiredArgsConstructor
class OpenVisitDelegate implements JavaDelegate {

  private final Visits visits;
  private final Customers customers;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    String visitor = (String) execution.getVariable("visitor");
    if (visitor == null) {
      visitor = Performer.of(execution);
    }
    Visit visit = visits.plan(execution.getProcessBusinessKey(), execution.getProcessInstanceId(), plan(execution, visitor));
    execution.setVariable("visitor", visitor);
    execution.setVariable(CaseVariables.OWNER, visitor);
    execution.setVariable("visitId", visit.getId());
    execution.setVariable("visitAt", Date.from(visit.getPlannedAt()));
    execution.setVariable("visitFacts", facts(visit, (String) execution.getVariable("visitReason")));
    execution.setVariable("customerFacts", customers.find(visit.getCustomerCode()).map(this::facts).orElse(""));
  }

  private static VisitPlan plan(DelegateExecution execution, String visitor) {
    String role = (String) execution.getVariable("visitorRole");
    String customer = (String) execution.getVariable(CaseVariables.CUSTOMER_CODE);
    String channel = (String) execution.getVariable("visitChannel");
    if (Boolean.TRUE.equals(execution.getVariable("visitPlanned"))) {
      return new VisitPlan((String) execution.getVariable("planNumber"), visitor, role, customer, (String) execution.getVariable("visitPurposes"),
          (String) execution.getVariable("visitGoal"), channel, Instant.parse((String) execution.getVariable("plannedAt")), new BigDecimal((String) execution.getVariable("visitHours")));
    }
    PlannedVisit plan = FormData.read(execution, "plan", PlannedVisit.class);
    return new VisitPlan(null, visitor, role, customer, String.join(",", plan.visitPurpose()), plan.visitGoal(), channel, plan.plannedOn().toInstant(), plan.plannedHours());
  }

  private String facts(Visit visit, String reason) {
    return VisitWords.facts(List.of("**" + reason + "**", "**Purpose 目的:** " + VisitWords.purposes(visit.getPurposes()) + " · **Goal 目標:** " + visit.getGoal(),
        "**Planned 計劃時間:** " + VisitWords.shown(visit.getPlannedAt(), clock) + " · " + visit.getPlannedHours().toPlainString() + " h 小時 · **Channel 方式:** "
            + VisitWords.CHANNELS.get(visit.getChannel())));
  }

  private String facts(CustomerCard customer) {
    return String.join(" · ", Stream.of(customer.name() + " (" + customer.code() + ")", customer.phone(), customer.email(),
        customer.grade() == null ? "Not graded 未分級" : "Grade 等級 " + customer.grade(), customer.keyAccount() ? "Key account 大客戶" : null,
        "Last visit 上次拜訪 " + visits.lastVisit(customer.code()).map(last -> VisitWords.shown(last, clock)).orElse("–"),
        "address, contact, credit, orders and open issues as the customer master has them 地址、聯系人、信用、訂單及未決事項見客戶信息庫").filter(Objects::nonNull).toList());
  }
}
