package dev.kefu.relationship.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import dev.kefu.information.Customers;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes a plan over into the register and reckons what the table asks; a line that cannot be is refused with its number. */
@Component
@RequiredArgsConstructor
class TakeVisitProgramDelegate implements JavaDelegate {

  private static final String YEAR = "year";

  private final VisitPrograms programs;
  private final Customers customers;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Program form = FormData.read(execution, "program", Program.class);
    List<String> problems = problems(form);
    if (!problems.isEmpty()) {
      throw new FactsRefused(String.join("; ", problems));
    }
    VisitProgram program = programs.submit(execution.getProcessInstanceId(), form.planMonth(), form.visits().stream().map(row -> line(form, row)).toList());
    execution.setVariable("planMonth", program.getPlanPeriod());
    execution.setVariable("plannedHours", program.getMonthlyHours().doubleValue());
    execution.setVariable("unplannedACustomers", programs.leftOut(program).size());
    execution.setVariable("changedWithoutReport", false);
    execution.setVariable("planner", program.getPlanner());
    execution.setVariable("programFacts", facts(program));
  }

  private List<String> problems(Program form) {
    List<String> problems = new ArrayList<>();
    if (form.isOfYear() != (form.planMonth().length() == 4)) {
      problems.add("Month or year 計劃月份或年份: a month is written 2026-12, a year 2027 月份寫作 2026-12，年份寫作 2027");
      return problems;
    }
    IntStream.range(0, form.visits().size()).forEach(index -> {
      Row row = form.visits().get(index);
      String problem = problem(form, row);
      if (problem != null) {
        problems.add("Line 第 %d 行: %s".formatted(index + 1, problem));
      }
    });
    return problems;
  }

  private String problem(Program form, Row row) {
    if (customers.find(row.customer().strip()).isEmpty()) {
      return "there is no customer " + row.customer() + " 無此客戶編號";
    }
    if (row.hardToReach() && row.channel() == null) {
      return "say the channel of a customer who is hard to reach 難以拜訪的客戶須填方式";
    }
    if (form.isOfYear()) {
      return row.times() == null ? "say how often in the year 須填全年次數" : null;
    }
    if (row.plannedOn() == null) {
      return "say when 須填計劃時間";
    }
    return YearMonth.from(row.plannedOn().atZoneSameInstant(clock.getZone())).equals(YearMonth.parse(form.planMonth())) ? null : "the day lies outside of " + form.planMonth() + " 日期不在計劃月份";
  }

  private static PlanLine line(Program form, Row row) {
    return new PlanLine(row.customer().strip().toUpperCase(Locale.ROOT), row.visitPurpose(), row.visitGoal(), form.isOfYear() ? null : row.plannedOn().toInstant(),
        row.plannedHours(), form.isOfYear() ? row.times() : 1, row.hardToReach() ? row.channel() : null);
  }

  private String facts(VisitProgram program) {
    List<String> parts = new ArrayList<>();
    parts.add("**Plan of visits 拜訪計劃 %s:** %d visits 次 · **%s h a month 每月工時**".formatted(program.getPlanPeriod(), program.getPlannedVisits(), program.getMonthlyHours().toPlainString()));
    program.lines().forEach(line -> parts.add("%s · %s · %s · %s · %s h".formatted(line.customerCode(), VisitWords.PURPOSES.get(line.purpose()), line.goal(),
        line.plannedAt() == null ? "× " + line.times() : VisitWords.shown(line.plannedAt(), clock), line.hours().toPlainString())));
    return VisitWords.facts(parts);
  }

  /**
   * The form customer-visit-program-plan.
   *
   * @param kind month or year
   * @param planMonth 2026-12, or 2027
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Program(String kind, String planMonth, List<Row> visits) {

    boolean isOfYear() {
      return YEAR.equals(kind);
    }
  }

  /**
   * A line of it.
   *
   * @param plannedOn null in the plan of a year
   * @param times null in the plan of a month
   * @param channel null unless the customer is hard to reach
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(String customer, String visitPurpose, String visitGoal, OffsetDateTime plannedOn, BigDecimal plannedHours, Integer times, boolean hardToReach, String channel) {
  }
}
