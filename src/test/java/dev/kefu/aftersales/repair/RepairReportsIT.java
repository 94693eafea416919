package dev.kefu.aftersales.repair;

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
 * Repairs of October 2031, counted by hand:
 *
 * <pre>
 * 1 pump free ageing 2 days, two seals at 40   2 the same pump ten days later, paid 100   3 meter exchanged after two failures   4 pump declined
 * </pre>
 */
@KefuIT
class RepairReportsIT {

  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  @BeforeEach
  void fill() {
    empty();
    jdbc.sql("insert into aftersales_units (product, serial_number, warranty_days, prolonged_days, contract_percent, version) values ('pump', 'REPORT-1', 365, 0, 0, 0)").update();
    repair("1", "pump", "free", "2031-10-01 09:00:00", "2031-10-03 09:00:00", "0.00", "REPAIRED");
    repair("2", "pump", "paid", "2031-10-13 09:00:00", "2031-10-17 09:00:00", "100.00", "REPAIRED");
    repair("3", "meter", "exchange", "2031-10-13 09:00:00", "2031-10-14 09:00:00", null, "TO_EXCHANGE");
    repair("4", "pump", "paid", "2031-10-13 09:00:00", "2031-10-14 09:00:00", null, "DECLINED");
    jdbc.sql("update aftersales_repairs set unit_id = (select id from aftersales_units where serial_number = 'REPORT-1') where case_number in ('TST-2031-900001', 'TST-2031-900002')").update();
    long first = jdbc.sql("select id from aftersales_repairs where case_number = 'TST-2031-900001'").query(Long.class).single();
    jdbc.sql("insert into aftersales_repair_parts values (?, 0, false, 'S-1', 'Seal', 9, 40.00, false), (?, 1, true, 'S-1', 'Seal', 2, 40.00, true)").params(first, first).update();
  }

  @AfterEach
  void empty() {
    jdbc.sql("delete from aftersales_repair_parts where repair_id in (select id from aftersales_repairs where case_number like 'TST-2031-9%')").update();
    jdbc.sql("delete from aftersales_repairs where case_number like 'TST-2031-9%'").update();
    jdbc.sql("delete from aftersales_units where serial_number = 'REPORT-1'").update();
  }

  @Test
  void repairsAreCountedWithDaysAndFees() {
    JsonNode sheet = get("quality-department", "/api/reports/repair-report?period=2031-10");
    assertThat(lines(sheet, "count", "inWarranty", "outOfWarranty", "meanDays")).containsExactly("pump: 2 1 1 3.0");
    assertThat(sheet.path("lines").path(0).path("values").path("fee").asDouble()).isEqualTo(100);
    assertThat(lines(get("customer-service-manager", "/api/reports/repair-report?period=2031-10&grouping=cause"), "count")).containsExactly("Ageing 老化: 2");
  }

  @Test
  void unitsThatComeAgainAndExchangesAreCounted() {
    assertThat(lines(get("after-sales-supervisor", "/api/reports/repair-rework-report?period=2031-10"), "count", "again", "exchanged")).containsExactly("pump: 2 50.0 0", "meter: 1 – 1");
    assertThat(lines(get("after-sales-supervisor", "/api/reports/repair-rework-report?period=2031-10&grouping=technician"), "count")).hasSize(1);
  }

  @Test
  void partsThatWereUsedAreCounted() {
    assertThat(lines(get("warehouse-keeper", "/api/reports/spare-parts-report?period=2031-10"), "used", "ordered")).singleElement().asString().matches("S-1 Seal: 2(\\.0+)? 0");
  }

  @Test
  void reportsAreForTheirAudience() {
    assertThat(http.withBasicAuth("call-center-agent", password).getForEntity("/api/reports/repair-report?period=2031-10", String.class).getStatusCode().value()).isIn(403, 404);
  }

  private void repair(String number, String product, String warranty, String opened, String ended, String fee, String status) {
    jdbc.sql("insert into aftersales_repairs (process_instance_id, case_number, repair_no, product, urgency, opened_at, signed_at, ended_at, customer_fault, warranty_days, warranty_result,"
        + " contract_percent, dispatch_round, technician, missed_visits, cause_code, hourly_rate, call_out, free_km, per_km, tolerance, failed_tests, reminders, prolonged_days, total_fee, status,"
        + " version) values (?, ?, ?, ?, 'normal', ?, ?, ?, false, 365, ?, 0, 1, 'repair-technician', 0, 'ageing', 80, 0, 0, 0, 10, 0, 0, 0, ?, ?, 0)")
        .params(UUID.randomUUID().toString(), "TST-2031-90000" + number, "TST-2031-90000" + number + "/1", product, opened, ended, ended, warranty, fee, status).update();
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
