package dev.kefu.survey.plan;

import dev.kefu.budget.Money;
import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.FactsRefused;
import dev.kefu.survey.SurveySettled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of survey plans and of the surveys in them. */
@Service
@RequiredArgsConstructor
@Transactional
class SurveyPlans {

  static final String PROCESS = "annual-survey-plan";
  static final String SURVEY = "customer-survey";

  /** Ends of a survey at which its report was handed over. */
  private static final Set<String> REPORTED = Set.of("completed", "notFiled", "done");
  private static final BigDecimal PER_CENT = BigDecimal.valueOf(100);
  private static final int DIGITS = 8;

  private final SurveyPlanRepository repository;
  private final PlannedSurveyRepository surveys;
  private final SurveyNeedRepository needs;
  private final Clock clock;

  /** Whether a plan of the year stands, in work or approved. */
  boolean stands(int year) {
    return standing(year).isPresent();
  }

  private Optional<SurveyPlan> standing(int year) {
    return repository.findFirstByPlanYearAndPlannedTrueAndStatusInOrderById(year, SurveyPlan.Status.STANDING);
  }

  /** The approved plan of the year, or empty. */
  Optional<SurveyPlan> approved(int year) {
    return standing(year).filter(plan -> plan.getStatus() == SurveyPlan.Status.APPROVED);
  }

  /** Opens a plan; one that is open already stays as it is. */
  SurveyPlan open(String caseNumber, String processInstanceId, int year, boolean planned) {
    return repository.findByProcessInstanceId(processInstanceId).orElseGet(() -> repository.save(new SurveyPlan(caseNumber, processInstanceId, year, planned, clock.instant())));
  }

  /**
   * Finds a plan.
   *
   * @throws IllegalStateException when there is none
   */
  SurveyPlan get(long id) {
    return repository.findById(id).orElseThrow(() -> new IllegalStateException("The register has no survey plan " + id + "."));
  }

  /**
   * Makes the plan one of a whole year.
   *
   * @throws FactsRefused when that year has one
   */
  void planYear(long id, int year) {
    standing(year).ifPresent(other -> {
      throw new FactsRefused("%d has a plan already, %s 該年度已有計劃".formatted(year, other.getCaseNumber()));
    });
    get(id).planYear(year);
  }

  /** Notes what somebody needs to know. */
  void need(SurveyNeed need) {
    needs.save(need);
  }

  /** All needs of a plan in words. */
  List<String> needs(long planId) {
    return needs.findByPlanIdOrderById(planId).stream().map(SurveyNeed::facts).toList();
  }

  /** The surveys of a plan in the order of their numbers. */
  List<PlannedSurvey> of(long planId) {
    return surveys.findByPlanIdOrderByItemNo(planId);
  }

  /** Takes over a draft in place of an earlier one. */
  void draft(long planId, String by, BigDecimal expense, Draft draft, Proposal proposal) {
    get(planId).draft(by, expense);
    surveys.deleteByPlanId(planId);
    List<Draft.Row> rows = draft.surveys();
    for (int index = 0; index < rows.size(); index++) {
      surveys.save(new PlannedSurvey(planId, index + 1, rows.get(index), proposal.surveys().get(Integer.parseInt(rows.get(index).item()) - 1)));
    }
  }

  /** What the surveys of the plan's year cost, this plan and everything approved, in per cent of its selling expense. */
  BigDecimal share(long planId) {
    SurveyPlan plan = get(planId);
    List<Long> others = repository.findByPlanYearAndStatusOrderById(plan.getPlanYear(), SurveyPlan.Status.APPROVED).stream().map(SurveyPlan::getId).toList();
    BigDecimal total = budget(planId).add(sum(surveys.findByPlanIdInAndStatusIn(others, PlannedSurvey.Status.COUNTING).stream().filter(survey -> !survey.isCarriedOver()).toList()));
    return total.multiply(PER_CENT).divide(plan.getSellingExpense(), DIGITS, RoundingMode.HALF_UP);
  }

  /** What the plan costs without what is struck out. */
  BigDecimal budget(long planId) {
    return sum(of(planId).stream().filter(survey -> survey.getStatus() != PlannedSurvey.Status.STRUCK_OUT).toList());
  }

  private static BigDecimal sum(Collection<PlannedSurvey> counted) {
    return counted.stream().map(PlannedSurvey::getBudget).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /**
   * Strikes out and cuts what an approver said.
   *
   * @throws FactsRefused when nothing would be left, or a cut is none
   */
  void decide(long planId, ItemDecisions decisions) {
    Map<String, PlannedSurvey> left = left(planId).stream().collect(Collectors.toMap(survey -> String.valueOf(survey.getItemNo()), Function.identity()));
    decisions.struckOut().stream().map(left::remove).filter(Objects::nonNull).forEach(PlannedSurvey::strikeOut);
    if (left.isEmpty()) {
      throw new FactsRefused("Strike out single items 否決的項目: nothing is left, reject the plan instead 全部項目均被否決，請直接否決計劃");
    }
    for (ItemDecisions.Cut cut : decisions.cuts()) {
      PlannedSurvey survey = left.remove(cut.item());
      if (survey == null) {
        throw new FactsRefused("Cut amounts 削減金額: item %s is struck out, or stands twice 項目已否決或重複".formatted(cut.item()));
      }
      if (cut.amount().compareTo(survey.getBudget()) >= 0) {
        throw new FactsRefused("Cut amounts 削減金額: item %s has %s, less is wanted 須低於原預算".formatted(cut.item(), Money.text(survey.getBudget())));
      }
      survey.cut(cut.amount());
    }
  }

  /** What is neither struck out nor released. */
  List<PlannedSurvey> left(long planId) {
    return of(planId).stream().filter(survey -> survey.getStatus() == PlannedSurvey.Status.DRAFTED).toList();
  }

  /** What was cut and has no scope for it yet. */
  List<PlannedSurvey> toRescope(long planId) {
    return of(planId).stream().filter(PlannedSurvey::isToRescope).toList();
  }

  /**
   * Makes the surveys that were cut as small as the money.
   *
   * @throws FactsRefused when one is left out, or stands twice
   */
  void rescope(long planId, Map<String, Scope> scopes) {
    List<PlannedSurvey> cut = toRescope(planId);
    List<String> missing = cut.stream().map(survey -> String.valueOf(survey.getItemNo())).filter(item -> !scopes.containsKey(item)).toList();
    if (!missing.isEmpty()) {
      throw new FactsRefused("Surveys with a cut budget 預算削減的項目: item %s is missing 缺少項目".formatted(String.join(", ", missing)));
    }
    cut.forEach(survey -> survey.rescope(scopes.get(String.valueOf(survey.getItemNo()))));
  }

  /** Gives each survey of a plan its day; what ran on of the year before and has not begun is dropped. */
  void release(long planId) {
    SurveyPlan plan = get(planId);
    left(planId).forEach(PlannedSurvey::release);
    if (plan.isPlanned()) {
      approved(plan.getPlanYear() - 1).ifPresent(before -> of(before.getId()).stream().filter(survey -> survey.isCarriedOver() && survey.getStatus() == PlannedSurvey.Status.RELEASED)
          .forEach(PlannedSurvey::drop));
    }
  }

  /** From January to March of a year without an approved plan, the surveys of the same quarter of the year before run on; once. */
  void runOn() {
    LocalDate today = LocalDate.now(clock);
    if (today.getMonth().compareTo(Month.MARCH) > 0 || approved(today.getYear()).isPresent()) {
      return;
    }
    LocalDate until = LocalDate.of(today.getYear(), Month.MARCH, Month.MARCH.maxLength());
    approved(today.getYear() - 1).filter(plan -> plan.runOn(until)).ifPresent(plan -> {
      List<PlannedSurvey> all = of(plan.getId());
      int number = all.size();
      for (PlannedSurvey survey : new ArrayList<>(all)) {
        if (PlannedSurvey.Status.COUNTING.contains(survey.getStatus()) && survey.getStartsOn().getMonth().compareTo(Month.MARCH) <= 0) {
          surveys.save(new PlannedSurvey(survey, ++number));
        }
      }
    });
  }

  /** Surveys whose day has come and that have not begun. */
  List<PlannedSurvey> due() {
    return surveys.findByStatusAndStartsOnLessThanEqualOrderByStartsOnAscPriorityAsc(PlannedSurvey.Status.RELEASED, LocalDate.now(clock));
  }

  /** Closes the plan in the transaction in which its process ends, and a planned survey when its own does. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId()).ifPresent(plan -> plan.end(status(ended.outcome()), clock.instant()));
    } else if (SURVEY.equals(ended.processKey())) {
      surveys.findBySurveyCase(ended.caseNumber()).ifPresent(survey -> survey.end(REPORTED.contains(ended.outcome()), LocalDate.now(clock)));
    }
  }

  @EventListener
  void on(SurveySettled settled) {
    surveys.findBySurveyCase(settled.caseNumber()).ifPresent(survey -> survey.settle(settled.cost()));
  }

  private static SurveyPlan.Status status(String outcome) {
    return switch (outcome) {
      case "approved" -> SurveyPlan.Status.APPROVED;
      case "withdrawn" -> SurveyPlan.Status.WITHDRAWN;
      case "rejected", "rejectedByFinance", "rejectedByGeneralManager" -> SurveyPlan.Status.REJECTED;
      default -> SurveyPlan.Status.CANCELLED;
    };
  }
}
