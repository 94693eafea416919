package dev.kefu.survey.agency;

import dev.kefu.budget.Budgets;
import dev.kefu.budget.Category;
import dev.kefu.budget.Payment;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books the rest of the fee. */
@Component
@RequiredArgsConstructor
class NoteAgencyFinalPaymentDelegate implements JavaDelegate {

  private final Commissions commissions;
  private final Budgets budgets;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Commission commission = commissions.get((Long) execution.getVariable("commissionId"));
    AgencyPayment payment = FormData.read(execution, "payment", AgencyPayment.class).notAfter(LocalDate.now(clock));
    commission.payRest(payment.paidAmount(), payment.paidOn());
    budgets.pay(new Payment(commission.getCaseNumber(), execution.getProcessInstanceId(), commission.getScoredBy(), YearMonth.from(payment.paidOn()).toString(), Commissions.SECTION, Category.SURVEY,
        payment.paidAmount(), payment.paidOn()));
  }
}
