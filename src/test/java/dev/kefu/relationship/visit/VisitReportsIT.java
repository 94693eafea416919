package dev.kefu.relationship.visit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports of visits on visits of a month that no other test uses. */
@KefuIT
class VisitReportsIT {

  private static final String PREFIX = "VIS-2031-9000";
  private static final String CUSTOMER = "C999801";

  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  @BeforeEach
  void writeDown() {
    takeAway();
    jdbc.sql("insert into information_customers (code, name, search_name, kind, state, phone, phone_digits, region, grade, key_account, consent_contact, source, created_at, version)"
        + " values (?, 'Counted 統計', 'counted', 'direct', 'current', '010-1', '0101', 'north', 'A', false, true, 'call', ?, 0)").params(CUSTOMER, LocalDateTime.parse("2031-01-01T00:00")).update();
    visit("01", Map.of("status", "COMPLETED", "actual_from", "2031-10-02T10:00", "actual_to", "2031-10-02T13:00", "needs", "Speed 快", "dispute_named", true, "credit_change", true));
    visit("02", Map.of("status", "RECORDED", "actual_from", "2031-10-03T10:00", "actual_to", "2031-10-03T11:00", "needs", "", "prospect_named", true, "unreported_change", true));
    visit("03", Map.of("status", "APPOINTED", "visitor", "relationship-specialist-2"));
    visit("04", Map.of("status", "WITHDRAWN"));
  }

  @AfterEach
  void takeAway() {
    jdbc.sql("delete from relationship_visits where case_number like ?").param(PREFIX + "%").update();
    jdbc.sql("delete from information_customers where code = ?").param(CUSTOMER).update();
  }

  @Test
  void visitsAndFindingsAreCounted() {
    assertThat(figures(sheet("survey-supervisor", "visit-report", "grade").path("total"), "count", "needs", "complaints", "creditChanges", "prospects", "rivals", "ideas", "faults")).isEqualTo("2 1 1 1 1 0 0 0");
  }

  @Test
  void planIsComparedWithWhatWasDone() {
    JsonNode sheet = sheet("relationship-supervisor", "visit-plan-fulfilment", "specialist");
    assertThat(figures(sheet.path("total"), "planned", "done", "rate", "hoursPlanned", "hoursSpent", "aCustomers", "unreported")).startsWith("3 2 66.7 6").endsWith(" 66.7 1");
    assertThat(sheet.path("total").path("values").path("hoursSpent").asDouble()).isEqualTo(4);
    assertThat(sheet.path("lines")).hasSize(2);
    assertThat(http.withBasicAuth("warehouse-keeper", password).getForEntity("/api/reports/visit-report", String.class).getStatusCode().value()).isEqualTo(403);
  }

  private JsonNode sheet(String person, String report, String grouping) {
    return http.withBasicAuth(person, password).getForObject("/api/reports/" + report + "?period=2031-10&grouping=" + grouping, JsonNode.class);
  }

  private static String figures(JsonNode line, String... columns) {
    return String.join(" ", List.of(columns).stream().map(column -> line.path("values").path(column)).map(value -> value.isMissingNode() ? "–" : value.asText()).toList());
  }

  private void visit(String number, Map<String, Object> facts) {
    Map<String, Object> row = new HashMap<>(Map.of("visitor", "relationship-specialist", "visitor_role", "relationship-specialist", "customer_code", CUSTOMER, "purposes", "maintain", "goal", "Talk 談",
        "channel", "direct", "planned_at", "2031-10-02T10:00", "planned_hours", 2, "cancellations", 0, "unreported_change", false));
    List.of("dispute_named", "idea", "fault", "credit_change", "prospect_named", "competitor_news", "contact_changed").forEach(name -> row.put(name, false));
    row.putAll(Map.of("follow_ups_late", 0, "opened_at", "2031-09-25T10:00", "case_number", PREFIX + number, "process_instance_id", UUID.randomUUID().toString(), "version", 0));
    row.putAll(facts);
    List<String> columns = List.copyOf(row.keySet());
    jdbc.sql("insert into relationship_visits (" + String.join(", ", columns) + ") values (" + String.join(", ", columns.stream().map(column -> "?").toList()) + ")")
        .params(columns.stream().map(column -> row.get(column) instanceof String text && column.matches("(.*_at|actual_.*)") ? LocalDateTime.parse(text) : row.get(column)).toList()).update();
  }
}
