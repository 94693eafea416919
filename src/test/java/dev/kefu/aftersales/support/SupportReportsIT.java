package dev.kefu.aftersales.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tickets of October 2031 and rosters of the same month, counted by hand:
 *
 * <pre>
 * 1 meter level1 known  in time, in time, nobody told   2 meter level1 defect late, late, twice told   3 pump level4 wish in time
 * after-sales roster: 100 h of 120 h, one swap, two shifts missed, one left open
 * </pre>
 */
@KefuIT
class SupportReportsIT {

  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  @BeforeEach
  void fill() {
    empty();
    ticket("1", "meter", "level1", "known", true, "2031-10-06 09:20:00", "2031-10-06 12:00:00", "SOLVED");
    ticket("2", "meter", "level1", "defect", false, "2031-10-06 10:00:00", "2031-10-07 12:00:00", "SOLVED");
    ticket("3", "pump", "level4", "wish", false, "2031-10-06 09:30:00", null, "WISH_REGISTERED");
    long second = jdbc.sql("select id from aftersales_tickets where case_number = 'HLP-2031-800002'").query(Long.class).single();
    jdbc.sql("insert into aftersales_ticket_rungs values (?, 0, 'REACT', '2031-10-06 09:30:00', 'technical-support-manager'), (?, 1, 'HALF', '2031-10-06 13:00:00', 'customer-service-manager')")
        .params(second, second).update();
    jdbc.sql("insert into aftersales_rosters (case_number, process_instance_id, section, roster_month, status, forecast_hours, staffed_hours, current_version, opened_at, version)"
        + " values ('RST-2031-800001', 'reports-it', 'afterSales', '2031-10', 'PUBLISHED', 120, 100, 3, '2031-09-25 09:00:00', 0)").update();
    long roster = jdbc.sql("select id from aftersales_rosters where case_number = 'RST-2031-800001'").query(Long.class).single();
    change(roster, "SWAP", 2, 0);
    change(roster, "ABSENCE", 2, 1);
  }

  @AfterEach
  void empty() {
    jdbc.sql("delete from aftersales_ticket_rungs where ticket_id in (select id from aftersales_tickets where case_number like 'HLP-2031-8%')").update();
    jdbc.sql("delete from aftersales_tickets where case_number like 'HLP-2031-8%'").update();
    jdbc.sql("delete from aftersales_swaps where roster_id in (select id from aftersales_rosters where case_number = 'RST-2031-800001')").update();
    jdbc.sql("delete from aftersales_rosters where case_number = 'RST-2031-800001'").update();
  }

  @Test
  void timesAreCountedByLevelAndEscalationsAdded() {
    JsonNode sheet = get("technical-support-manager", "/api/reports/support-sla-report?period=2031-10&grouping=level");
    assertThat(lines(sheet, "count", "reactedInTime", "solvedInTime", "escalations")).containsExactly("1 加急: 2 50.0 50.0 2", "4 一般問題: 1 100.0 – 0");
    assertThat(get("technical-support-manager", "/api/reports/support-sla-report/cases?period=2031-10&column=solvedInTime").path("cases").findValuesAsText("caseNumber"))
        .containsExactly("HLP-2031-800001");
  }

  @Test
  void causesNameProductsAndWhatWasKnown() {
    assertThat(lines(get("rd-department", "/api/reports/support-cause-report?period=2031-10&grouping=product"), "count", "share", "known")).containsExactly("meter: 2 66.7 50.0", "pump: 1 33.3 0.0");
    assertThat(lines(get("rd-department", "/api/reports/support-cause-report?period=2031-10&grouping=cause"), "count")).hasSize(3).contains("Known problem 已知問題: 1");
  }

  @Test
  void rosterReportComparesStaffedWithForecastHours() {
    assertThat(lines(get("after-sales-supervisor", "/api/reports/roster-coverage-report?period=2031-10"), "count", "staffed", "forecast", "swaps", "absences", "gaps"))
        .singleElement().asString().matches("After-sales 售後服務: 1 100(\\.0)? 120(\\.0)? 1 2 1");
  }

  @Test
  void reportsAreForTheirAudience() {
    assertThat(http.withBasicAuth("call-center-agent", password).getForEntity("/api/reports/support-sla-report?period=2031-10", String.class).getStatusCode().value()).isIn(403, 404);
  }

  private void ticket(String number, String product, String level, String kind, boolean known, String reacted, String solved, String status) {
    jdbc.sql("insert into aftersales_tickets (case_number, process_instance_id, product, problem, status, problem_kind, severity, registered_at, react_due, half_solve_at, solve_due, known_problem,"
        + " engineer, reacted_at, solved_at, rounds, opened_at, ended_at, version) values (?, ?, ?, 'It stands still', ?, ?, ?, '2031-10-06 09:00:00', '2031-10-06 09:30:00', '2031-10-06 13:00:00',"
        + " '2031-10-06 17:00:00', ?, 'technical-support-engineer', ?, ?, 1, '2031-10-06 09:00:00', '2031-10-08 09:00:00', 0)")
        .params("HLP-2031-80000" + number, UUID.randomUUID().toString(), product, status, kind, level, known, reacted, solved).update();
  }

  private void change(long roster, String kind, int shifts, int uncovered) {
    jdbc.sql("insert into aftersales_swaps (roster_id, process_instance_id, kind, status, person, first_day, last_day, reason, shifts_concerned, uncovered, asked_at)"
        + " values (?, ?, ?, 'PUBLISHED', 'x', '2031-10-07', '2031-10-07', 'Ill', ?, ?, '2031-10-06 09:00:00')").params(roster, UUID.randomUUID().toString(), kind, shifts, uncovered).update();
  }

  private JsonNode get(String person, String path) {
    return http.withBasicAuth(person, password).getForObject(path, JsonNode.class);
  }

  private static List<String> lines(JsonNode sheet, String... columns) {
    return StreamSupport.stream(sheet.path("lines").spliterator(), false).map(line -> line.path("label").asText() + ": " + figures(line, columns)).toList();
  }

  private static String figures(JsonNode line, String... columns) {
    return String.join(" ", List.of(columns).stream().map(column -> line.path("values").path(column)).map(value -> value.isMissingNode() ? "–" : value.asText()).toList());
  }
}
