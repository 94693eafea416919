package dev.kefu.relationship.hospitality;

import static dev.kefu.relationship.hospitality.HospitalityTrial.shareMeal;
import static dev.kefu.relationship.hospitality.HospitalityTrial.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.KefuIT;
import dev.kefu.budget.Budgets;
import dev.kefu.budget.MonthBudget;
import dev.kefu.engine.CaseEnded;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Meals of months to come, which no other test touches; each transaction has a connection of its own. */
@KefuIT
class MealBudgetIT {

  private static final String SECTION = "relationship";

  @Autowired private Meals meals;
  @Autowired private MealRepository register;
  @Autowired private Budgets budgets;
  @Autowired private TransactionTemplate transactions;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;

  @Test
  void twoApprovalsAtOnceNeverOverdrawTheMonth() throws Exception {
    for (int round = 1; round <= 5; round++) {
      String month = "2040-0" + round;
      budgets.set(month, SECTION, new BigDecimal("200.00"), "finance-manager");
      List<Long> two = List.of(meal(month), meal(month));

      assertThat(reserveAtOnce(two)).as("150 fit once into 200").containsExactlyInAnyOrder(true, false);
      assertThat(budgets.standing(month, SECTION, "").left()).isEqualByComparingTo("50.00");
    }
  }

  @Test
  void manyApprovalsAtOnceFillTheMonthAndNoMore() throws Exception {
    budgets.set("2040-06", SECTION, new BigDecimal("700.00"), "finance-manager");
    List<Long> many = new ArrayList<>();
    for (int meal = 0; meal < 8; meal++) {
      many.add(meal("2040-06"));
    }

    assertThat(reserveAtOnce(many).stream().filter(reserved -> reserved)).hasSize(4);
    MonthBudget standing = budgets.standing("2040-06", SECTION, "");
    assertThat(standing.reserved()).isEqualByComparingTo("600.00");
    assertThat(standing.left()).isEqualByComparingTo("100.00");
  }

  @Test
  void twoFirstMealsOfAMonthWithoutABudgetGetNothing() throws Exception {
    assertThat(reserveAtOnce(List.of(meal("2040-07"), meal("2040-07")))).containsExactly(false, false);
    assertThat(budgets.of("2040-07")).singleElement().satisfies(budget -> assertThat(budget.reserved()).isEqualByComparingTo("0"));
  }

  @Test
  void twoSettlementsAtOnceShareWhatIsLeft() throws Exception {
    budgets.set("2040-08", SECTION, new BigDecimal("310.00"), "finance-manager");
    List<Long> two = List.of(meal("2040-08"), meal("2040-08"));
    assertThat(reserveAtOnce(two)).containsExactly(true, true);
    two.forEach(id -> transactions.executeWithoutResult(status -> {
      Meal meal = meals.get(id);
      meal.hold(3, new BigDecimal("160.00"));
      meals.settle(meal, new MealSettlement(2, 1, new BigDecimal("160.00"), BigDecimal.ZERO, "R-" + UUID.randomUUID().toString().substring(0, 10), true, null, false));
    }));

    List<BigDecimal> payable = atOnce(two, id -> transactions.execute(status -> {
      Meal meal = meals.get(id);
      meals.explain(meal, "Dear 價高", true, BigDecimal.ONE);
      return meal.getPayable();
    }));

    assertThat(payable.stream().reduce(BigDecimal.ZERO, BigDecimal::add)).as("of 320 the month has 310").isEqualByComparingTo("310.00");
    assertThat(budgets.standing("2040-08", SECTION, "").left()).isEqualByComparingTo("0");
  }

  @Test
  void reservationsAreReversedAndNeverChanged() {
    budgets.set("2040-09", SECTION, new BigDecimal("1000.00"), "finance-manager");
    Long id = meal("2040-09");
    Meal meal = register.findById(id).orElseThrow();
    assertThat(reserve(id)).isTrue();
    List<Map<String, Object>> first = rows(meal);
    transactions.executeWithoutResult(status -> meals.on(new CaseEnded(Meals.PROCESS, meal.getProcessInstanceId(), meal.getCaseNumber(), "cancelled")));

    List<Map<String, Object>> all = rows(meal);
    assertThat(all).hasSize(2).startsWith(first.get(0));
    assertThat(all.get(1)).satisfies(row -> {
      assertThat((BigDecimal) row.get("AMOUNT")).isEqualByComparingTo("-150.00");
      assertThat(row.get("REVERSES")).isEqualTo(all.get(0).get("ID"));
    });
    assertThat(budgets.standing("2040-09", SECTION, "").reserved()).isEqualByComparingTo("0");
  }

  private List<Map<String, Object>> rows(Meal meal) {
    return jdbc.sql("select id as ID, amount as AMOUNT, reverses as REVERSES from budget_reservations where process_instance_id = ? order by id").param(meal.getProcessInstanceId())
        .query().listOfRows();
  }

  private List<Boolean> reserveAtOnce(List<Long> ids) throws Exception {
    return atOnce(ids, this::reserve);
  }

  private boolean reserve(Long id) {
    return Boolean.TRUE.equals(transactions.execute(status -> meals.reserve(meals.get(id), "relationship-supervisor").isEmpty()));
  }

  /** Something that is done with a meal. */
  private interface Action<T> {
    T of(Long id);
  }

  private static <T> List<T> atOnce(List<Long> ids, Action<T> action) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(ids.size());
    try {
      CyclicBarrier together = new CyclicBarrier(ids.size());
      List<Future<T>> asked = new ArrayList<>();
      for (Long id : ids) {
        asked.add(threads.submit(() -> {
          together.await(30, TimeUnit.SECONDS);
          return action.of(id);
        }));
      }
      List<T> answers = new ArrayList<>();
      for (Future<T> answer : asked) {
        answers.add(answer.get(60, TimeUnit.SECONDS));
      }
      return answers;
    } finally {
      threads.shutdownNow();
    }
  }

  /** A requested share meal of 150 yuan, without a case. */
  private Long meal(String month) {
    String id = UUID.randomUUID().toString();
    MealRequest request = json.convertValue(with(shareMeal(OffsetDateTime.parse(month + "-15T12:00:00+08:00"))), MealRequest.class);
    return transactions.execute(status -> {
      Meal meal = meals.request("T-" + id.substring(0, 17), id, "relationship-specialist", SECTION, request, false);
      meal.customer("C000001", "Blue Lake Foods", false);
      meal.limit(new BigDecimal("50.00"), 2, "canteen");
      return meal.getId();
    });
  }
}
