package dev.kefu.survey.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is counted of information surveys, on surveys of a month that no other test uses. */
@KefuIT
class CustomerStatisticsIT {

  private static final String PREFIX = "CIS-2031-9000";

  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  @BeforeEach
  void writeDown() {
    takeAway();
    survey("01", "COMPLETED", "newCustomer", "stable", "jointStock", "100", "");
    survey("02", "COMPLETED", "yearly", "declining", "jointStock", "50.5", "declining");
    survey("03", "ANSWERED", "yearly", "declining", "partnership", "70", "");
  }

  @AfterEach
  void takeAway() {
    jdbc.sql("delete from survey_information_surveys where case_number like ?").param(PREFIX + "%").update();
  }

  private void survey(String number, String status, String occasion, String state, String type, String peak, String alerts) {
    jdbc.sql("insert into survey_information_surveys (case_number, process_instance_id, customer_code, occasion, business_state, enterprise_type, peak_month_sales, dealings_total, returns, alerts, status, opened_at,"
        + " answered_at, version) values (?, ?, 'C999802', ?, ?, ?, ?, 1000, 0, ?, ?, ?, ?, 0)").params(PREFIX + number, PREFIX + number, occasion, state, type, new BigDecimal(peak), alerts, status,
        LocalDateTime.parse("2031-09-30T10:00"), LocalDateTime.parse("2031-10-02T10:00")).update();
  }

  @Test
  void acceptedAnswersAreCountedByWhatTheCustomersAre() {
    JsonNode sheet = http.withBasicAuth("customer-service-manager", password).getForObject("/api/reports/customer-statistics-report?period=2031-10&grouping=enterpriseType", JsonNode.class);
    JsonNode total = sheet.path("total").path("values");
    assertThat(total.path("count").asInt()).isEqualTo(2);
    assertThat(total.path("new").asInt()).isEqualTo(1);
    assertThat(total.path("peakSales").asDouble()).isEqualTo(150.5);
    assertThat(total.path("dealings").asDouble()).isEqualTo(2000);
    assertThat(total.path("declining").asInt()).isEqualTo(1);
    assertThat(total.path("alerts").asInt()).isEqualTo(1);
    assertThat(sheet.path("lines")).hasSize(1);
    assertThat(http.withBasicAuth("warehouse-keeper", password).getForEntity("/api/reports/customer-statistics-report", String.class).getStatusCode().value()).isEqualTo(403);
  }
}
