package dev.kefu.survey.credit;

import dev.kefu.engine.CaseVariables;
import dev.kefu.information.CreditStandings;
import dev.kefu.information.CustomerCard;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Starts the yearly re-rating of one page of credit customers, from 1 December on. Each customer is noted in the transaction in which the case starts: a second
 * round finds the note, and of two at once the later one fails on it and begins again.
 */
@Component
@RequiredArgsConstructor
class StartCreditRenewalsDelegate implements JavaDelegate {

  private static final int PAGE_SIZE = 100;

  private final CreditStandings standings;
  private final CreditSurveys surveys;
  private final JdbcClient jdbc;

  @Override
  public void execute(DelegateExecution execution) {
    LocalDate today = surveys.today();
    LocalDate season = LocalDate.of(today.getYear(), Month.DECEMBER, 1);
    String cursor = execution.getVariable("dueCursor") instanceof String text ? text : "";
    List<CustomerCard> page = today.isBefore(season) ? List.of() : standings.ratedBefore(season, cursor, PAGE_SIZE);
    page.stream().filter(customer -> isDue(customer, today.getYear())).forEach(customer -> start(execution, customer, today.getYear()));
    execution.setVariable("moreDue", page.size() == PAGE_SIZE);
    execution.setVariable("dueCursor", page.isEmpty() ? cursor : page.get(page.size() - 1).code());
  }

  /** Whoever is being surveyed for another reason is rated by that survey. */
  private boolean isDue(CustomerCard customer, int year) {
    return surveys.openOf(customer.code()).isEmpty()
        && jdbc.sql("select count(*) from survey_credit_renewals where renewal_year = ? and customer_code = ?").params(year, customer.code()).query(Integer.class).single() == 0;
  }

  private void start(DelegateExecution execution, CustomerCard customer, int year) {
    String caseNumber = execution.getProcessEngineServices().getRuntimeService()
        .startProcessInstanceByKey(CreditSurveys.PROCESS, Map.of(CaseVariables.CUSTOMER_CODE, customer.code(), "creditOccasion", "yearly")).getBusinessKey();
    jdbc.sql("insert into survey_credit_renewals (renewal_year, customer_code, case_number) values (?, ?, ?)").params(year, customer.code(), caseNumber).update();
  }
}
