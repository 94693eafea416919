package dev.kefu.governance.expense;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.budget.Budgets;
import dev.kefu.budget.MonthBudget;
import dev.kefu.engine.CaseEnded;
import dev.kefu.governance.expense.ExpenseClaim.Status;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Budgets of months long past, which no other test touches. */
@KefuIT
class BudgetsIT {

  private static final String SECTION = "complaint";

  @Autowired private Budgets budgets;
  @Autowired private ExpenseClaims claims;
  @Autowired private ExpenseClaimRepository register;
  @Autowired private TransactionTemplate transactions;
  @Autowired private TestRestTemplate http;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;
  @Value("${kefu.demo.password}") private String password;

  @Test
  void claimsThatAreApprovedAtOnceSeeEachOthersReservations() throws Exception {
    LocalDate day = LocalDate.of(2001, 3, 5);
    budgets.set("2001-03", SECTION, new BigDecimal("1000.00"), "finance-manager");
    List<String> instances = new ArrayList<>();
    for (int claim = 0; claim < 8; claim++) {
      instances.add(claim(day, "200.00"));
    }

    assertThat(reserveAtOnce(instances).stream().filter(above -> above)).as("five claims of 200 fit into 1 000, the other three know that they do not").hasSize(3);

    MonthBudget standing = budgets.standing("2001-03", SECTION, "");
    assertThat(standing.reserved()).isEqualByComparingTo("1600.00");
    assertThat(standing.left()).isEqualByComparingTo("-600.00");
  }

  @Test
  void twoFirstClaimsOfAMonthWithoutABudgetBothKnowThatThereIsNone() throws Exception {
    LocalDate day = LocalDate.of(2001, 4, 5);
    List<String> instances = List.of(claim(day, "1.00"), claim(day, "1.00"));

    assertThat(reserveAtOnce(instances)).containsExactly(true, true);
    assertThat(budgets.of("2001-04")).singleElement().satisfies(budget -> assertThat(budget.amount()).isEqualByComparingTo("0"));
  }

  @Test
  void reservationIsUsedByThePaymentAndFreedByEveryOtherEnd() {
    LocalDate day = LocalDate.of(2001, 5, 5);
    budgets.set("2001-05", SECTION, new BigDecimal("1000.00"), "finance-manager");
    String paid = claim(day, "300.00");
    String refused = claim(day, "200.00");
    String returned = claim(day, "100.00");
    assertThat(List.of(reserve(paid), reserve(refused), reserve(returned))).containsOnly(false);
    assertThat(budgets.standing("2001-05", SECTION, "").left()).isEqualByComparingTo("400.00");

    claims.pay(paid, new BigDecimal("290.00"), day);
    claims.pay(paid, new BigDecimal("290.00"), day);
    end(paid, "paid");
    end(refused, "refusedByFinance");
    claims.giveBack(returned);

    MonthBudget standing = budgets.standing("2001-05", SECTION, "");
    assertThat(standing.used()).as("booked once").isEqualByComparingTo("290.00");
    assertThat(standing.reserved()).isEqualByComparingTo("0");
    assertThat(register.findByProcessInstanceId(refused).orElseThrow().getStatus()).isEqualTo(Status.REFUSED);
  }

  @Test
  void bookingIsReversedByARowOfItsOwn() {
    LocalDate day = LocalDate.of(2001, 6, 5);
    String instance = claim(day, "50.00");
    reserve(instance);
    claims.pay(instance, new BigDecimal("50.00"), day);
    end(instance, "paid");
    String path = "/api/expense-bookings/" + caseNumber(instance);

    assertThat(http.withBasicAuth("finance-clerk", password).postForEntity(path + "/reversal", Map.of("reason", "Paid twice 重複付款"), String.class).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(http.withBasicAuth("finance-manager", password).postForEntity(path + "/reversal", Map.of("reason", " "), String.class).getStatusCode())
        .isEqualTo(HttpStatus.BAD_REQUEST);
    for (int time = 0; time < 2; time++) {
      assertThat(http.withBasicAuth("finance-manager", password).postForEntity(path + "/reversal", Map.of("reason", "Paid twice 重複付款"), String.class).getStatusCode())
          .isEqualTo(HttpStatus.OK);
    }

    assertThat(jdbc.sql("select amount from budget_bookings where case_number = ? order by id").param(caseNumber(instance)).query(BigDecimal.class).list())
        .usingElementComparator(BigDecimal::compareTo).containsExactly(new BigDecimal("50"), new BigDecimal("-50"));
    assertThat(jdbc.sql("select booked_by from budget_bookings where case_number = ? and reverses is not null").param(caseNumber(instance)).query(String.class).list())
        .containsExactly("finance-manager");
    assertThat(http.withBasicAuth("finance-clerk", password).getForObject(path, String.class)).contains("PAYMENT", "REVERSAL", "重複付款");
    assertThat(budgets.standing("2001-06", SECTION, "").used()).isEqualByComparingTo("0");
    assertThat(http.withBasicAuth("finance-manager", password).postForEntity("/api/expense-bookings/EXP-1999-000001/reversal", Map.of("reason", "none"), String.class)
        .getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
  }

  @Test
  void financeManagerSetsBudgetsAndManagersReadThem() {
    assertThat(put("finance-manager", "2001-07", "survey", "1234.50").getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(put("finance-manager", "2001-07", "survey", "1000.25").getBody()).contains("1000.25");
    assertThat(put("customer-service-manager", "2001-07", "survey", "1").getStatusCode()).isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(put("finance-manager", "2001-07", "nowhere", "1").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(put("finance-manager", "2001-07", "survey", "-1").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(put("finance-manager", "2001-07", "survey", "1.001").getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
    assertThat(http.withBasicAuth("customer-service-manager", password).getForObject("/api/budgets/2001-07", String.class)).contains("\"survey\"", "1000.25");
    assertThat(jdbc.sql("select actor from audit_entries where action = 'setBudget' and subject_id = '2001-07/survey'").query(String.class).list())
        .containsExactly("finance-manager", "finance-manager");
  }

  @Test
  void demoHasABudgetForEverySectionThisMonthAndTheNext() {
    LocalDate today = LocalDate.now(clock);
    assertThat(List.of(today, today.plusMonths(1))).allSatisfy(day -> assertThat(budgets.of(day.toString().substring(0, 7)))
        .extracting(MonthBudget::section).contains("survey", "relationship", "call-centre", "management"));
  }

  private ResponseEntity<String> put(String user, String month, String section, String amount) {
    return http.withBasicAuth(user, password).exchange("/api/budgets/{month}/{section}", HttpMethod.PUT, new HttpEntity<>(Map.of("amount", new BigDecimal(amount))),
        String.class, month, section);
  }

  /** Whether the month is above its budget, as each claim was told. */
  private List<Boolean> reserveAtOnce(List<String> instances) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(instances.size());
    try {
      CyclicBarrier together = new CyclicBarrier(instances.size());
      List<Future<Boolean>> asked = new ArrayList<>();
      for (String instance : instances) {
        asked.add(threads.submit(() -> {
          together.await(30, TimeUnit.SECONDS);
          return reserve(instance);
        }));
      }
      List<Boolean> above = new ArrayList<>();
      for (Future<Boolean> answer : asked) {
        above.add(answer.get(60, TimeUnit.SECONDS));
      }
      return above;
    } finally {
      threads.shutdownNow();
    }
  }

  private boolean reserve(String instance) {
    return Boolean.TRUE.equals(transactions.execute(status -> claims.reserve(instance)));
  }

  private void end(String instance, String outcome) {
    claims.on(new CaseEnded(ExpenseClaims.PROCESS, instance, caseNumber(instance), outcome));
  }

  private String caseNumber(String instance) {
    return register.findByProcessInstanceId(instance).orElseThrow().getCaseNumber();
  }

  /** A claim that was checked, without a case; its id is that of its process instance. */
  private String claim(LocalDate day, String amount) {
    String id = UUID.randomUUID().toString();
    claims.claim("T-" + id.substring(0, 17), id, new Claimant("complaint-specialist", "complaint-specialist", SECTION),
        new Claim("travel", day, new BigDecimal(amount), false, null, false, null, false, List.of(Claims.item(day, amount, id)), null), day);
    return id;
  }
}
