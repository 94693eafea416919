package dev.kefu.relationship.visit;

import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.FactsRefused;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of plans of visits. */
@Service
@RequiredArgsConstructor
@Transactional
class VisitPrograms {

  static final String PROCESS = "customer-visit-program";

  /** A-customers are looked after by one person; more than this many nobody visits in thirty days. */
  private static final int MOST_CUSTOMERS = 500;
  private static final String MOST_IMPORTANT = "A";
  private static final int DAYS_WITHOUT_VISIT = 30;

  private final VisitProgramRepository repository;
  private final Visits visits;
  private final Customers customers;
  private final Clock clock;

  /** Whether a plan of the person stands for the month or the year. */
  boolean stands(String planner, String period) {
    return standing(planner, period).isPresent();
  }

  private Optional<VisitProgram> standing(String planner, String period) {
    return repository.findFirstByPlannerAndPlanPeriodAndStatusInOrderById(planner, period, VisitProgram.Status.STANDING);
  }

  /** The first month, from the next one on, for which the person has no plan. */
  String nextWithout(String planner) {
    YearMonth month = YearMonth.now(clock).plusMonths(1);
    while (stands(planner, month.toString())) {
      month = month.plusMonths(1);
    }
    return month.toString();
  }

  /** Opens a plan; one that is open already stays as it is. */
  VisitProgram open(String caseNumber, String processInstanceId, String planner, String period) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseGet(() -> repository.save(new VisitProgram(caseNumber, processInstanceId, planner, period, clock.instant())));
  }

  /**
   * Finds the plan of a process instance.
   *
   * @throws IllegalStateException when there is none
   */
  VisitProgram of(String processInstanceId) {
    return repository.findByProcessInstanceId(processInstanceId)
        .orElseThrow(() -> new IllegalStateException("The register has no plan of visits for process instance " + processInstanceId + "."));
  }

  /**
   * Takes over what was handed in.
   *
   * @throws FactsRefused when another plan of the person stands for the time
   */
  VisitProgram submit(String processInstanceId, String period, List<PlanLine> lines) {
    VisitProgram program = of(processInstanceId);
    standing(program.getPlanner(), period).filter(other -> !other.getProcessInstanceId().equals(processInstanceId)).ifPresent(other -> {
      throw new FactsRefused("Month or year 計劃月份或年份: %s has a plan already, %s 已有計劃".formatted(period, other.getCaseNumber()));
    });
    program.submit(period, lines);
    return program;
  }

  /** A-customers of the person who were not visited for thirty days. */
  List<CustomerCard> dueTo(String person) {
    LocalDate since = LocalDate.now(clock).minusDays(DAYS_WITHOUT_VISIT);
    return customers.inCharge(person, MOST_IMPORTANT, MOST_CUSTOMERS).stream()
        .filter(customer -> visits.lastVisit(customer.code()).map(last -> last.atZone(clock.getZone()).toLocalDate().isBefore(since)).orElse(true)).toList();
  }

  /** Those of the due customers whom a plan leaves out. */
  List<CustomerCard> leftOut(VisitProgram program) {
    Set<String> planned = Set.copyOf(program.lines().stream().map(PlanLine::customerCode).toList());
    return dueTo(program.getPlanner()).stream().filter(customer -> !planned.contains(customer.code())).toList();
  }

  /** What the plan of the year says of the customers; empty for a year without one and for the plan of a year itself. */
  List<PlanLine> ofYear(String planner, String month) {
    return month.length() == 4 ? List.of()
        : standing(planner, month.substring(0, 4)).filter(year -> year.getStatus() == VisitProgram.Status.ADOPTED).map(VisitProgram::lines).orElse(List.of());
  }

  /** Closes the plan in the transaction in which its process ends. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      repository.findByProcessInstanceId(ended.processInstanceId())
          .ifPresent(program -> program.end(VisitProgram.Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT)), clock.instant()));
    }
  }
}
