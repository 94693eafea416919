package dev.kefu.aftersales.roster;

import dev.kefu.reporting.Column;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of the register of rosters. */
@Configuration(proxyBeanMethods = false)
class RosterReports {

  private static final String ALL = "1 = 1";
  private static final String CHANGES = " left join (select roster_id, sum(case when kind = 'SWAP' then 1 else 0 end) as swaps, sum(case when kind = 'ABSENCE' then shifts_concerned else 0 end) as absences,"
      + " sum(uncovered) as gaps from aftersales_swaps where status = 'PUBLISHED' group by roster_id) c on c.roster_id = r.id";
  private static final Map<String, String> SECTIONS = Arrays.stream(Section.values()).collect(Collectors.toMap(Section::code, Section::label));

  /** Staffed and forecast hours, swaps and absences, of the rosters of a month. */
  @Bean
  Report rosterCoverageReport() {
    return new Report("roster-coverage-report", "Roster 班次覆蓋率",
        "Published rosters of the month. Staffed hours by the newest version; swaps that were made; shifts missed, and of them those that nobody filled. 當月已公布班次；工時按最新版本，缺勤按班數。",
        Set.of("customer-service-supervisor", "after-sales-supervisor", "call-center-supervisor"), List.of(Period.Kind.MONTH),
        new Source("aftersales_rosters r" + CHANGES, "r.status in ('IN_FORCE', 'PUBLISHED')", "r.id", "r.case_number", "cast(concat(r.roster_month, '-01') as datetime)",
            List.of(new Fact("Month 月份", "r.roster_month", UnaryOperator.identity()))),
        List.of(Grouping.byCode("section", "Section 部門", "r.section", SECTIONS)),
        List.of(Column.count("count", "Rosters 班次表", ALL), Column.sum("staffed", "Staffed hours 排班工時", Column.Kind.QUANTITY, "r.staffed_hours", ALL),
            Column.sum("forecast", "Forecast hours 預測工時", Column.Kind.QUANTITY, "r.forecast_hours", ALL),
            Column.sum("swaps", "Swaps 換班", Column.Kind.QUANTITY, "coalesce(c.swaps, 0)", ALL), Column.sum("absences", "Shifts missed 缺勤班數", Column.Kind.QUANTITY, "coalesce(c.absences, 0)", ALL),
            Column.sum("gaps", "Gaps left 未補班數", Column.Kind.QUANTITY, "coalesce(c.gaps, 0)", ALL)));
  }
}
