package dev.kefu.relationship.hospitality;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class HospitalityReportIT {

  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  @BeforeEach
  void fill() {
    empty();
    meal("1", "banquet", "host-a", "100", "100", 2, 1, "240.00", "60.00", "300.00", "PAID");
    meal("2", "banquet", "host-a", "120", "100", 3, 1, "300.00", "200.00", "400.00", "PAID");
    meal("3", "shareMeal", "host-b", "50", "50", 2, 1, "150.00", "0.00", null, "REFUSED");
    meal("4", "shareMeal", "host-b", "50", "50", 2, 1, null, null, null, "CANCELLED");
  }

  @AfterEach
  void empty() {
    jdbc.sql("delete from relationship_meals where case_number like 'TST-2033-9%'").update();
  }

  @Test
  void mealsAreCountedWithPersonsLimitsRefusalsAndDrinks() {
    JsonNode sheet = get("finance-manager", "/api/reports/hospitality-cost-report?period=2033-05");
    JsonNode host = sheet.path("lines").path(0);
    assertThat(host.path("label").asText()).isEqualTo("host-a");
    assertThat(value(host, "count")).isEqualTo(2);
    assertThat(value(host, "persons")).isEqualTo(7);
    assertThat(value(host, "spent")).isEqualTo(800);
    assertThat(value(host, "perHead")).isEqualTo(114.29);
    assertThat(value(host, "limit")).isEqualTo(100);
    assertThat(value(host, "ofLimit")).isEqualTo(114.3);
    assertThat(value(host, "aboveLimit")).isEqualTo(1);
    assertThat(value(host, "refused")).isEqualTo(100);
    assertThat(value(host, "drinks")).isEqualTo(32.5);
    JsonNode kinds = get("general-manager", "/api/reports/hospitality-cost-report?period=2033-05&grouping=occasion");
    assertThat(kinds.path("lines").findValuesAsText("label")).containsExactly("Banquet 宴請", "Share meal 份餐");
    assertThat(value(kinds.path("lines").path(1), "refused")).isEqualTo(150);
  }

  @Test
  void reportIsForItsAudience() {
    assertThat(http.withBasicAuth("relationship-specialist", password).getForEntity("/api/reports/hospitality-cost-report?period=2033-05", String.class).getStatusCode().value()).isIn(403, 404);
  }

  private static double value(JsonNode line, String column) {
    return line.path("values").path(column).asDouble();
  }

  private JsonNode get(String user, String path) {
    return http.withBasicAuth(user, password).getForObject(path, JsonNode.class);
  }

  private void meal(String number, String occasion, String host, String perHead, String limit, int guests, int companions, String food, String drinks, String paid, String status) {
    jdbc.sql("insert into relationship_meals (case_number, process_instance_id, starter, section_id, budget_month, key_customer, reason, meal_at, occasion, host, host_is_manager, companions,"
        + " guest_count, companion_count, restaurant, per_head, limit_per_head, emergency, papers_missing, actual_guests, actual_companions, food_amount, drinks_amount, receipt_no, excess,"
        + " excess_approved, paid_amount, status, times_returned, opened_at, version) values (?, ?, 'relationship-specialist', 'relationship', '2033-05', true, 'Talks', '2033-05-10 12:00:00', ?, ?,"
        + " false, 'x', ?, ?, 'other', ?, ?, false, false, ?, ?, ?, ?, ?, 0, false, ?, ?, 0, '2033-05-01 09:00:00', 0)")
        .params("TST-2033-90000" + number, UUID.randomUUID().toString(), occasion, host, guests, companions, perHead, limit, guests, companions, food, drinks,
            food == null ? null : "R-REPORT-" + number, paid, status).update();
  }
}
