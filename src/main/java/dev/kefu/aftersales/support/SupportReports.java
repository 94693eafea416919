package dev.kefu.aftersales.support;

import static dev.kefu.reporting.Period.Kind.MONTH;

import dev.kefu.engine.CaseAccess;
import dev.kefu.reporting.Column;
import dev.kefu.reporting.FormLabels;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Report;
import dev.kefu.reporting.Report.Fact;
import dev.kefu.reporting.Report.Source;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is counted of the register of technical problems. */
@Configuration(proxyBeanMethods = false)
class SupportReports {

  private static final String ALL = "1 = 1";
  private static final String WHAT_COUNTS = "Tickets registered in the period; cancelled ones do not count. 按工單登記日期統計，已取消者不計。";
  private static final String TOLD = " left join (select ticket_id, count(*) as told from aftersales_ticket_rungs where told_roles <> '' group by ticket_id) e on e.ticket_id = t.id";
  private static final String OPEN = "t.ended_at is null";

  private static final Map<String, String> KINDS = FormLabels.of("aftersales/technical-support-ticket", "ticket.problemKind");
  private static final Grouping BY_PRODUCT = Grouping.byText("product", "Product 產品", "t.product");
  private static final Grouping BY_LEVEL = Grouping.byCode("level", "Level 級別", "t.severity", TicketWords.LEVELS);
  private static final Grouping BY_CAUSE = Grouping.byCode("cause", "Cause 原因", "t.problem_kind", KINDS);

  private static final List<Fact> FACTS = List.of(new Fact("Product 產品", "t.product", UnaryOperator.identity()),
      new Fact("Level 級別", "t.severity", code -> TicketWords.LEVELS.getOrDefault(code, code)), new Fact("Cause 原因", "t.cause", UnaryOperator.identity()));

  /** Reaction and solution in time, and who had to be told. */
  @Bean
  Report supportSlaReport(CaseAccess access) {
    Grouping byEngineer = new Grouping("engineer", "Engineer 支持工程師", "t.engineer", "t.engineer", person -> access.namesOf(List.of(person)).getOrDefault(person, person));
    return new Report("support-sla-report", "Support times 技術支持時效",
        WHAT_COUNTS + " In time 及時: of those that were answered or solved, or should have been by now; wishes and withdrawn tickets need no solution. 以已響應（已解決）及已到期者為基數，需求與撤回不計解決。",
        Set.of("customer-service-manager", "technical-support-manager"), List.of(MONTH), tickets(TOLD), List.of(BY_LEVEL, byEngineer),
        List.of(Column.count("count", "Number 件數", ALL),
            Column.rate("reactedInTime", "Reaction in time 響應及時率", "t.reacted_at <= t.react_due", "t.reacted_at is not null or t.react_due < :now and " + OPEN),
            Column.rate("solvedInTime", "Solved in time 解決及時率", "t.solved_at <= t.solve_due",
                "t.status not in ('WISH', 'WISH_REGISTERED', 'WITHDRAWN') and (t.solved_at is not null or t.solve_due < :now)"),
            Column.meanDays("meanDays", "Mean days 平均天數", "t.registered_at", "t.solved_at", "t.solved_at is not null"),
            Column.sum("escalations", "Escalations 升級次數", Column.Kind.QUANTITY, "coalesce(e.told, 0)", ALL)));
  }

  /** Tickets by cause and product, and how many the knowledge base knew. */
  @Bean
  Report supportCauseReport() {
    return new Report("support-cause-report", "Causes 技術問題原因", WHAT_COUNTS + " Known 已知: marked as known when the ticket was registered. 登記時判為已知問題。", Set.of("rd-department"),
        List.of(MONTH), tickets(""), List.of(BY_CAUSE, BY_PRODUCT),
        List.of(Column.count("count", "Number 件數", ALL), Column.share("share", "Share 佔比", ALL), Column.change("change", "Change 增減", ALL),
            Column.rate("known", "Known share 已知佔比", "t.known_problem", ALL)));
  }

  private static Source tickets(String joined) {
    return new Source("aftersales_tickets t" + joined, "t.status <> 'CANCELLED' and t.registered_at is not null", "t.id", "t.case_number", "t.registered_at", FACTS);
  }
}
