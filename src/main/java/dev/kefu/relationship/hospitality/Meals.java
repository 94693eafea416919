package dev.kefu.relationship.hospitality;

import dev.kefu.budget.Budgets;
import dev.kefu.budget.Category;
import dev.kefu.budget.Money;
import dev.kefu.budget.MonthBudget;
import dev.kefu.budget.Payment;
import dev.kefu.budget.Reservation;
import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.FactsRefused;
import dev.kefu.relationship.hospitality.Meal.Status;
import dev.kefu.relationship.hospitality.SimilarMeals.Similar;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of meals with customers, and what they hold of the budget. */
@Service
@RequiredArgsConstructor
@Transactional
class Meals {

  static final String PROCESS = "hospitality-dining";

  private static final TimeSpan BEFORE = TimeSpan.parse("1wd");
  private static final int MOST_SIMILAR = 30;

  private final MealRepository repository;
  private final Budgets budgets;
  private final WorkingCalendar calendar;
  private final Clock clock;

  /**
   * Finds a meal.
   *
   * @throws IllegalStateException for an unknown one
   */
  public Meal get(Long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no meal " + id + "."));
  }

  /**
   * Opens a meal, or takes its request as it was sent again.
   *
   * @param starter user id
   * @param section the cost centre
   * @throws FactsRefused when time or people do not fit
   */
  public Meal request(String caseNumber, String processInstanceId, String starter, String section, MealRequest request, boolean hostIsManager) {
    Instant now = clock.instant();
    Meal known = repository.findByProcessInstanceId(processInstanceId).orElse(null);
    check(request, known == null ? now : known.getOpenedAt());
    if (known != null) {
      known.requestAgain(request, hostIsManager, zone());
      return known;
    }
    return repository.save(new Meal(caseNumber, processInstanceId, starter, section, request, hostIsManager, zone(), now));
  }

  private void check(MealRequest request, Instant requestedAt) {
    if (request.guests().stream().map(guest -> guest.name().strip()).distinct().count() < request.guests().size()) {
      throw new FactsRefused("Guests 來賓: somebody stands there twice 來賓重複");
    }
    if (request.oralApproval()) {
      if (request.oralApprovedAt().toInstant().isAfter(clock.instant())) {
        throw new FactsRefused("When 時間: nobody has approved it by then 口頭批準時間不得晚於現在");
      }
    } else if (calendar.due(requestedAt, BEFORE).isAfter(request.mealTime().toInstant())) {
      throw new FactsRefused("Time 用餐時間: a meal is requested one working day ahead; in an emergency tick the approval by word of mouth 須提前 1 個工作日申請；緊急時請勾選口頭請示");
    }
  }

  /** Requests that look like parts of the same meal. */
  @Transactional(readOnly = true)
  public List<Similar> similar(Meal meal) {
    Duration days = Duration.ofDays(SimilarMeals.DAYS);
    return SimilarMeals.of(meal, repository.around(meal.getMealAt().minus(days), meal.getMealAt().plus(days), meal.getId()), zone());
  }

  /** How the section stands in the month of the meal, without what the meal holds. */
  @Transactional(readOnly = true)
  public MonthBudget budget(Meal meal) {
    return budgets.standing(meal.getBudgetMonth(), meal.getSectionId(), meal.getProcessInstanceId());
  }

  /**
   * Notes what the rule says and returns what is wrong with a request that the rule allows; each sentence names the field.
   *
   * @param approver role that approves last; null when the meal is refused
   */
  public List<String> check(Meal meal, String approver, String grounds) {
    List<Similar> similar = similar(meal);
    meal.check(approver, grounds, similar.isEmpty() ? null : similar.stream().limit(MOST_SIMILAR).map(one -> one.meal().getCaseNumber()).distinct().collect(Collectors.joining(", ")));
    List<String> problems = new ArrayList<>();
    if (meal.getCompanionCount() > meal.getMaxCompanions()) {
      problems.add("Own companions 陪餐人員: at most %d with %d guests, the host included; %d are named 陪餐人數超出規定".formatted(meal.getMaxCompanions(), meal.getGuestCount(), meal.getCompanionCount()));
    }
    if (meal.getOverLimitReason() == null && meal.excessPerHead().signum() > 0) {
      problems.add("Reason for excess 超標理由: the limit is %s per head: say why more 每人標準超限，請說明理由".formatted(Money.text(meal.getLimitPerHead())));
    }
    if (meal.getOverLimitReason() == null && meal.isElsewhere()) {
      problems.add("Reason 理由: such a meal is usually elsewhere (%s): say why there 用餐地點不符規定，請說明理由".formatted(MealFacts.PLACES.getOrDefault(meal.getUsualPlace(), "no designated restaurant 非指定餐廳")));
    }
    if (budget(meal).isExceededBy(meal.total())) {
      problems.add(lacking(meal));
    }
    return problems;
  }

  private String lacking(Meal meal) {
    MonthBudget budget = budget(meal);
    return "Budget 預算: the month %s of section %s has %s left, the meal needs %s 本月預算餘額不足".formatted(budget.month(), budget.section(), Money.text(budget.left()), Money.text(meal.total()));
  }

  /** What approvers must know, at most 4000 characters. */
  @Transactional(readOnly = true)
  public String facts(Meal meal) {
    return MealFacts.request(meal, budget(meal), similar(meal), zone());
  }

  /**
   * Reserves the meal's total and approves it, or says why not: what is not left is not reserved.
   *
   * @param role who approved last
   * @return empty when it is reserved, else the reason
   */
  public String reserve(Meal meal, String role) {
    if (!budgets.reserveIfLeft(new Reservation(meal.getCaseNumber(), meal.getProcessInstanceId(), meal.getBudgetMonth(), meal.getSectionId(), meal.total()))) {
      return lacking(meal);
    }
    meal.approve(role, clock.instant());
    return "";
  }

  /** Takes the papers of an emergency. */
  public void papers(Meal meal, MealRequest request) {
    meal.papers(request, zone(), clock.instant());
  }

  /** Frees what a meal holds that was not held. */
  public void release(Meal meal) {
    budgets.release(meal.getProcessInstanceId());
  }

  /** Books what the restaurant kept of a deposit, and frees the rest. */
  public void loseDeposit(Meal meal, BigDecimal refunded, BigDecimal lost, LocalDate day) {
    meal.loseDeposit(refunded, lost);
    book(meal, lost, day);
  }

  /**
   * Takes a settlement.
   *
   * @throws FactsRefused when it does not fit
   */
  public void settle(Meal meal, MealSettlement settlement) {
    if (!settlement.explained()) {
      throw new FactsRefused("The receipt carries the purpose and the signature 發票已注明事由並簽字: without them it is not settled 未注明簽字不予結算");
    }
    if (settlement.total().signum() == 0) {
      throw new FactsRefused("Food, drinks 餐費、酒水水果: nothing was spent 金額為零");
    }
    List<String> others = repository.withReceipt(settlement.receiptNo().strip(), meal.getId());
    if (!others.isEmpty()) {
      throw new FactsRefused("Receipt no. 發票號: it was settled in %s 該發票已用於其他結算".formatted(String.join(", ", others)));
    }
    meal.settle(settlement);
    if (settlement.askGeneralManager() && (settlement.excessNote() == null || settlement.excessNote().isBlank())) {
      throw new FactsRefused("Why more was spent 超支原因: say why, so that the general manager can decide 請總經理批準須說明原因");
    }
  }

  /** Notes what the audit says; what it leaves is reserved, what the budget does not have is not paid. A refused meal is paid nothing. */
  public void audit(Meal meal, String result, String grounds, BigDecimal drinksPaidShare) {
    meal.audit(result, grounds, BigDecimal.ZERO, grounds);
    if (!result.equals("refuse")) {
      Left left = left(meal, !result.equals("ownCost"), drinksPaidShare);
      meal.audit(result, grounds, left.amount(), left.notPaid());
    }
  }

  /**
   * Notes what the manager says of an excess.
   *
   * @param accepted whether it is paid
   */
  public void explain(Meal meal, String why, boolean accepted, BigDecimal drinksPaidShare) {
    Left left = left(meal, accepted, drinksPaidShare);
    meal.explain(why, left.amount(), left.notPaid());
  }

  /** What is to be paid, and why not all; null when all is. */
  private record Left(BigDecimal amount, String notPaid) {
  }

  private Left left(Meal meal, boolean withExcess, BigDecimal drinksPaidShare) {
    List<String> notPaid = new ArrayList<>();
    BigDecimal drinks = meal.getDrinksAmount().subtract(meal.bill().multiply(drinksPaidShare).setScale(2, RoundingMode.HALF_UP)).max(BigDecimal.ZERO);
    if (drinks.signum() > 0) {
      notPaid.add("drinks above their share of the bill 酒水水果超出比例 " + Money.text(drinks));
    }
    BigDecimal amount = meal.bill().subtract(drinks);
    if (!withExcess && amount.compareTo(meal.measure()) > 0) {
      notPaid.add("above what was approved, the host's own cost 超出批準，由主持人自付 " + Money.text(amount.subtract(meal.measure())));
      amount = meal.measure();
    }
    BigDecimal reserved = budgets.reserveUpTo(new Reservation(meal.getCaseNumber(), meal.getProcessInstanceId(), meal.getBudgetMonth(), meal.getSectionId(), amount));
    if (reserved.compareTo(amount) < 0) {
      notPaid.add("the month's budget has no more 本月預算不足 " + Money.text(amount.subtract(reserved)));
    }
    return new Left(reserved, notPaid.isEmpty() ? null : String.join("; ", notPaid));
  }

  /** Pays a meal; what was reserved is used, the rest of it free. */
  public void pay(Meal meal, BigDecimal amount, LocalDate day, String remarks) {
    if (day.isAfter(LocalDate.now(clock))) {
      throw new FactsRefused("Paid on 付款日期: this day has not come yet. 不得晚於今日");
    }
    meal.pay(amount, day, remarks);
    book(meal, amount, day);
  }

  private void book(Meal meal, BigDecimal amount, LocalDate day) {
    if (amount.signum() > 0) {
      budgets.pay(new Payment(meal.getCaseNumber(), meal.getProcessInstanceId(), meal.getStarter(), meal.getBudgetMonth(), meal.getSectionId(), Category.HOSPITALITY, amount, day));
    } else {
      budgets.release(meal.getProcessInstanceId());
    }
  }

  /** Follows corrected words of a request. */
  public void correct(String processInstanceId, MealRequest request) {
    repository.findByProcessInstanceId(processInstanceId).ifPresent(meal -> meal.correct(request, zone()));
  }

  /** Closes the meal in the transaction in which its process ends; what it held is free. One that ends before it was requested has nothing to close. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(meal -> {
        meal.end(outcome(ended), clock.instant());
        budgets.release(meal.getProcessInstanceId());
      });
    }
  }

  /** More than one end event may have the same outcome: refusedByAudit is refused. */
  private static Status outcome(CaseEnded ended) {
    return Status.valueOf(ended.outcome().replaceFirst("(By|With)[A-Z].*", "").toUpperCase(Locale.ROOT));
  }

  private ZoneId zone() {
    return clock.getZone();
  }
}
