package dev.kefu.aftersales.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reports of after-sales service on requests of a month that no other test uses. */
@KefuIT
class ServiceReportsIT {

  private static final String PREFIX = "AFS-2031-9000";

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TestRestTemplate http;
  @Value("${kefu.demo.password}")
  private String password;

  @BeforeEach
  void writeDown() {
    request("01", Map.of("status", "CLOSED", "service_kind", "free", "urgency", "urgent", "promised_at", "2031-10-02T13:00", "served_at", "2031-10-02T12:00",
        "answer_due", "2031-10-02T11:00", "answered_at", "2031-10-02T10:00", "ended_at", "2031-10-05T09:00"));
    request("02", Map.of("status", "CLOSED", "service_kind", "paid", "urgency", "low", "promised_at", "2031-10-09T09:00", "served_at", "2031-10-10T09:00",
        "answer_due", "2031-10-02T11:00", "answered_at", "2031-10-02T12:00", "ended_at", "2031-10-12T09:00"));
    request("03", Map.of("status", "CLASSIFIED", "service_kind", "contract", "urgency", "high", "request_type", "installation", "appointment_at", "2031-10-03T10:00",
        "arrived_at", "2031-10-03T09:50", "promised_at", "2099-01-01T00:00"));
    request("04", Map.of("status", "CANCELLED"));
    feedback("01", Map.of("satisfaction", "satisfied", "opinion_types", "quality", "receiver", "quality", "answer_due", "2031-10-12T09:00", "replied_at", "2031-10-11T09:00"));
    feedback("02", Map.of("satisfaction", "dissatisfied", "complaint_case", "CMP-2031-900001"));
  }

  @AfterEach
  void takeAway() {
    jdbc.sql("delete from aftersales_feedback where case_number like ?").param(PREFIX + "%").update();
    jdbc.sql("delete from aftersales_requests where case_number like ?").param(PREFIX + "%").update();
  }

  @Test
  void requestsAreCountedByChargeAndUrgency() {
    JsonNode sheet = sheet("after-sales-specialist", "service-request-report", "charge");
    assertThat(figures(sheet.path("total"), "count", "closed", "open", "free", "paid", "contract", "internal", "urgent", "high")).isEqualTo("3 2 1 1 1 1 0 1 1");
    assertThat(sheet.path("lines").findValuesAsText("label")).containsExactlyInAnyOrder("Free 免費", "Paid 有費", "Contract 合同服務");
  }

  @Test
  void timelinessIsOfWhatWasDoneOrDue() {
    assertThat(figures(sheet("customer-service-manager", "service-timeliness-report", "urgency").path("total"), "count", "answeredInTime", "onSiteInTime", "servedInTime"))
        .isEqualTo("3 50.0 100.0 50.0");
  }

  @Test
  void feedbackIsOfClosedRequests() {
    JsonNode sheet = sheet("quality-department", "service-feedback-report", "department");
    assertThat(figures(sheet.path("total"), "count", "asked", "satisfied", "opinions", "complaints", "answeredInTime")).isEqualTo("2 100.0 50.0 1 1 100.0");
    assertThat(StreamSupport.stream(sheet.path("lines").spliterator(), false).map(line -> line.path("label").asText())).contains("Quality department 質量管理部");
  }

  @Test
  void figureLeadsToItsCasesAndOnlyForTheAudience() {
    assertThat(http.withBasicAuth("after-sales-supervisor", password).getForObject("/api/reports/service-request-report/cases?period=2031-10&column=open", JsonNode.class)
        .path("cases").findValuesAsText("caseNumber")).containsExactly(PREFIX + "03");
    assertThat(http.withBasicAuth("warehouse-keeper", password).getForEntity("/api/reports/service-request-report", String.class).getStatusCode().value()).isEqualTo(403);
  }

  private JsonNode sheet(String person, String report, String grouping) {
    return http.withBasicAuth(person, password).getForObject("/api/reports/" + report + "?period=2031-10&grouping=" + grouping, JsonNode.class);
  }

  private static String figures(JsonNode line, String... columns) {
    return String.join(" ", List.of(columns).stream().map(column -> line.path("values").path(column)).map(value -> value.isMissingNode() ? "–" : value.asText()).toList());
  }

  private void request(String number, Map<String, Object> facts) {
    Map<String, Object> row = new HashMap<>(Map.of("received_at", "2031-10-02T09:00", "channel", "phone", "contact", "Lin", "product", "Pump", "model", "P-2", "serial_number", "S-1",
        "request_type", "inquiry", "fault", "Hums", "route", "inquiry", "reopenings", 0));
    row.put("opened_at", "2031-10-02T09:00");
    row.putAll(facts);
    insert("aftersales_requests", number, row);
  }

  private void feedback(String number, Map<String, Object> facts) {
    Map<String, Object> row = new HashMap<>(Map.of("reached", true, "on_time", true, "product_idea", false, "status", "CLOSED", "asked_at", "2031-10-05T09:00"));
    row.putAll(facts);
    insert("aftersales_feedback", number, row);
  }

  private void insert(String table, String number, Map<String, Object> row) {
    row.putAll(Map.of("case_number", PREFIX + number, "process_instance_id", UUID.randomUUID().toString(), "version", 0));
    List<String> columns = List.copyOf(row.keySet());
    jdbc.sql("insert into " + table + " (" + String.join(", ", columns) + ") values (" + String.join(", ", columns.stream().map(column -> "?").toList()) + ")")
        .params(columns.stream().map(column -> row.get(column) instanceof String text && column.matches(".*_(at|due)") ? LocalDateTime.parse(text) : row.get(column)).toList()).update();
  }
}
