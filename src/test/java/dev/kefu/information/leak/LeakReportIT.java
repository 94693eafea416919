package dev.kefu.information.leak;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import java.math.RoundingMode;
import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Six leaks of 2032, counted by hand:
 *
 * <pre>
 * 1 level 1, 1200 customers, contained after 12 h, 2 penalised   2 level 1, 3 customers, contained after 36 h
 * 3 level 3, 5 customers, not contained yet                      4 false alarm
 * 5 withdrawn, 6 cancelled: do not count;                        7 of the year before
 * </pre>
 */
@KefuIT
class LeakReportIT {

  private static final String GENERAL_MANAGER = "general-manager";

  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  @BeforeEach
  void fill() {
    clear();
    add(1, "2032-02-01T09:00", "2032-02-01T21:00", 1, 1200, 2, "CLOSED");
    add(2, "2032-12-31T23:59", "2033-01-02T11:59", 1, 3, 0, "DECIDED");
    add(3, "2032-03-01T09:00", null, 3, 5, 0, "REPORTED");
    add(4, "2032-04-01T09:00", null, 2, 70, 0, "FALSE_ALARM");
    add(5, "2032-05-01T09:00", null, 2, 70, 0, "WITHDRAWN");
    add(6, "2032-06-01T09:00", null, 2, 70, 0, "CANCELLED");
    add(7, "2031-12-31T23:59", null, 1, 9, 9, "CLOSED");
  }

  @AfterEach
  void clear() {
    jdbc.sql("delete from information_leaks where case_number like 'LEK-2032-9%'").update();
  }

  @Test
  void generalManagerCountsTheLeaksOfAYearByLevel() {
    JsonNode report = get(GENERAL_MANAGER, "/api/reports/leak-report?period=2032").getBody();
    assertThat(report.path("total").path("values").path("customers").asInt()).isEqualTo(1208);
    assertThat(lines(report)).containsExactly("Level 1 一級: 2 leaks, 1203 customers, 1.0 days, 2 penalised, 0 false", "Level 3 三級: 1 leaks, 5 customers, – days, 0 penalised, 0 false",
        "Level 2 二級: 0 leaks, 0 customers, – days, 0 penalised, 1 false");
  }

  @Test
  void figureLeadsToItsCasesWithoutASecret() {
    JsonNode cases = get(GENERAL_MANAGER, "/api/reports/leak-report/cases?period=2032&group=1&column=count").getBody().path("cases");
    assertThat(cases.findValuesAsText("caseNumber")).containsExactly("LEK-2032-900001", "LEK-2032-900002");
    assertThat(cases.get(0).path("facts").toString()).isEqualTo("[\"Lost 遺失\",\"Level 1 一級\",\"Closed 已結案\"]");
  }

  @Test
  void othersDoNotReadIt() {
    for (String other : new String[] {"customer-service-manager", "information-supervisor", "complaint-specialist"}) {
      assertThat(get(other, "/api/reports/leak-report?period=2032").getStatusCode().value()).isEqualTo(403);
    }
  }

  private static List<String> lines(JsonNode report) {
    return StreamSupport.stream(report.path("lines").spliterator(), false).map(line -> {
      JsonNode values = line.path("values");
      return line.path("label").asText() + ": " + values.path("count").asInt() + " leaks, " + values.path("customers").asInt() + " customers, "
          + (values.has("containedIn") ? values.path("containedIn").decimalValue().setScale(1, RoundingMode.HALF_UP).toPlainString() : "–") + " days, "
          + values.path("sanctions").asInt() + " penalised, " + values.path("falseAlarms").asInt() + " false";
    }).toList();
  }

  private ResponseEntity<JsonNode> get(String person, String path) {
    return http.withBasicAuth(person, password).getForEntity(path, JsonNode.class);
  }

  private void add(int no, String reported, String contained, int level, int customers, int sanctions, String status) {
    jdbc.sql("insert into information_leaks (case_number, process_instance_id, finder, kind, grade, customers_affected, leak_level, found_at, reported_at, contained_at, harm_likely,"
            + " to_be_told, sanctions, improved, status, version) values (?, ?, 'call-center-agent', 'lost', 'secret', ?, ?, ?, ?, ?, false, false, ?, false, ?, 0)")
        .params("LEK-2032-90000" + no, "report-trial-" + no, customers, level, LocalDateTime.parse(reported), LocalDateTime.parse(reported),
            contained == null ? null : LocalDateTime.parse(contained), sanctions, status).update();
  }
}
