package dev.kefu.complaint.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What became of complaints of February 2032, counted by hand. Each test writes down the cases that it counts. */
@KefuIT
class OutcomeReportsIT {

  private static final String PREFIX = "CMP-2032-9000";
  private static final String MONTH = "2032-02";

  @Autowired private JdbcClient jdbc;
  @Autowired private Customers customers;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  @BeforeEach
  @AfterEach
  void clear() {
    String quality = " in (select id from complaint_quality_cases where case_number like '" + PREFIX + "%')";
    List.of("complaint_quality_shares", "complaint_batch_holds").forEach(table -> jdbc.sql("delete from " + table + " where quality_id" + quality).update());
    String remedies = " in (select id from complaint_remedies where case_number like '" + PREFIX + "%')";
    List.of("complaint_remedy_goods", "complaint_remedy_items").forEach(table -> jdbc.sql("delete from " + table + " where remedy_id" + remedies).update());
    jdbc.sql("delete from complaint_correction_repeats where correction_id in (select id from complaint_corrections where source_case like ?)").param(PREFIX + "%").update();
    jdbc.sql("delete from complaint_corrections where source_case like ?").param(PREFIX + "%").update();
    jdbc.sql("delete from complaint_case_shares where complaint_id in (select id from complaint_cases where case_number like ?)").param(PREFIX + "%").update();
    List.of("complaint_quality_cases", "complaint_remedies", "complaint_cases").forEach(table -> jdbc.sql("delete from " + table + " where case_number like ?").param(PREFIX + "%").update());
  }

  /**
   * <pre>
   * 1 pump  B1 general     closed in time, batch held       2 pump  B1 claim  closed late, recalled
   * 3 valve B2 unjustified ended in time                    4 valve –  general, our fault not found: unjustified; batch held, hold cancelled
   * 5 valve B2 general     open, due long ago               6 –     –  kind open, due in 2099
   * 7 cancelled;  8 received in January;  9 received on 1 March
   * </pre>
   */
  @Test
  void qualityComplaintsByKindDeadlineAndBatch() {
    long first = quality(1, "2032-02-01T00:00", Map.of("product", "Pump", "batch_no", "B1", "kind", "general", "status", "CLOSED", "due_at", "2032-02-14T00:00", "ended_at", "2032-02-14T00:00"));
    quality(2, "2032-02-10T09:00", Map.of("product", "pump", "batch_no", "old", "sampled_batch", "b1", "kind", "claim", "status", "CLOSED", "due_at", "2032-02-23T09:00", "ended_at",
        "2032-02-24T09:00", "remedies", "recall,exchange"));
    quality(3, "2032-02-11T09:00", Map.of("product", "valve", "batch_no", "B2", "kind", "unjustified", "status", "CLOSED", "due_at", "2032-02-24T09:00", "ended_at", "2032-02-12T09:00"));
    long fourth = quality(4, "2032-02-12T09:00", Map.of("product", "valve", "kind", "general", "status", "UNJUSTIFIED", "due_at", "2032-02-25T09:00", "ended_at", "2032-02-13T09:00"));
    quality(5, "2032-02-29T23:59:59", Map.of("product", "valve", "batch_no", "B2", "kind", "general", "status", "SAMPLED", "due_at", "2020-01-01T09:00"));
    quality(6, "2032-02-13T09:00", Map.of("due_at", "2099-01-01T09:00"));
    quality(7, "2032-02-13T09:00", Map.of("product", "pump", "status", "CANCELLED"));
    quality(8, "2032-01-31T23:59:59", Map.of("product", "pump"));
    quality(9, "2032-03-01T00:00", Map.of("product", "pump"));
    hold(first, "BLOCKED");
    hold(fourth, "CANCELLED");
    String[] columns = {"count", "general", "claim", "unjustified", "inTime", "held", "recalled"};
    JsonNode sheet = get("quality-department", "quality-complaint-report", "product");
    assertThat(sheet.path("title").asText()).isEqualTo("Quality complaints 質量投訴統計");
    assertThat(figures(sheet.path("total"), columns)).isEqualTo("6 2 1 2 60.0 1 1");
    assertThat(lines(sheet, columns)).containsExactly("valve: 3 1 0 2 66.7 0 0", "pump: 2 1 1 0 50.0 1 1", "— Not given 未填: 1 0 0 0 – 0 0");
    assertThat(lines(get("general-manager", "quality-complaint-report", "batch"), "count")).containsExactly("— Not given 未填: 2", "b1: 2", "b2: 2");
    assertThat(cases("quality-department", "quality-complaint-report", "product", "valve", "unjustified")).containsExactly(PREFIX + 3, PREFIX + 4);
    assertThat(cases("quality-department", "quality-complaint-report", "product", "pump", "held")).containsExactly(PREFIX + 1);
    assertThat(cases("quality-department", "quality-complaint-report", "product", null, "inTime")).containsExactly(PREFIX + 1, PREFIX + 3, PREFIX + 4);
  }

  /**
   * <pre>
   * 1 quality, judged in February: production 60 % of 1000.00 (600), logistics, Bob 40 % (400); its report says something else, which does not count twice
   * 2 other complaint, reported in February: production alone, 50.50
   * 3 quality, cancelled: 9999;  4 reported in March: 77
   * </pre>
   */
  @Test
  void lossFallsOnWhoeverIsResponsibleOnce() {
    LedgerTrial ledger = new LedgerTrial(jdbc);
    List.of(1, 2, 3, 4).forEach(number -> ledger.add(PREFIX + number, "2032-01-20T09:00", Map.of()));
    long judged = quality(1, "2032-01-20T09:00", Map.of("judged_at", "2032-02-03T09:00", "complaint_id", complaint(1), "status", "CLOSED"));
    qualityShare(judged, 0, "production", null, "60", "600.00");
    qualityShare(judged, 1, "logistics", "Bob", "40", "400.00");
    reported(1, "2032-02-20T09:00", "finance", null, "100", "1000.00");
    reported(2, "2032-02-21T09:00", "production", "bob ", "100", "50.50");
    long cancelled = quality(3, "2032-01-20T09:00", Map.of("judged_at", "2032-02-03T09:00", "complaint_id", complaint(3), "status", "CANCELLED"));
    qualityShare(cancelled, 0, "production", null, "100", "9999.00");
    reported(4, "2032-03-01T00:00", "production", null, "100", "77.00");
    String[] columns = {"loss", "count", "alone", "qualityLoss"};
    JsonNode sheet = get("general-manager", "responsibility-report", "department");
    assertThat(figures(sheet.path("total"), columns)).isEqualTo("1050.5 3 1 1000.0");
    assertThat(lines(sheet, columns)).containsExactly("Production 生產部: 650.5 2 1 600.0", "Logistics 物流儲運部: 400.0 1 0 400.0");
    assertThat(lines(get("general-manager", "responsibility-report", "person"), columns)).containsExactly("— Not given 未填: 600.0 1 0 600.0", "bob: 450.5 2 1 400.0");
    assertThat(cases("general-manager", "responsibility-report", "department", "production", "loss")).containsExactlyInAnyOrder(PREFIX + 1, PREFIX + 2);
  }

  /**
   * <pre>
   * 1 return of pump 10 × 50 (8 came back: 400) and valve 4 × 25 (4: 100), refund 250 of 500, sold again in time
   * 2 return of pump, 5 came back, refund 100, sold again too late;  exchange of valve 3
   * 3 allowance of 80.50 for valve, another customer;  recall of pump: 20 came back
   * 4 allowance under way;  5 allowance of March
   * </pre>
   */
  @Test
  void goodsAndMoneyThatMoved() {
    String north = customer("010-82000001");
    String east = customer("010-82000002");
    long first = remedy(1, north, true, "2032-03-10");
    item(first, "RETURN", "DONE", "250.00", "2032-02-10");
    goods(first, 1, "RETURN", "Pump", "10", "500.00", "8");
    goods(first, 2, "RETURN", "valve", "4", "100.00", "4");
    long second = remedy(2, north, true, "2032-02-01");
    item(second, "RETURN", "DONE", "100.00", "2032-02-11");
    goods(second, 1, "RETURN", "pump", "5", "100.00", "5");
    item(second, "EXCHANGE", "DONE", null, "2032-02-29");
    goods(second, 2, "EXCHANGE", "valve", "3", "75.00", "3");
    long third = remedy(3, east, false, null);
    item(third, "ALLOWANCE", "DONE", "80.50", "2032-02-01");
    goods(third, 1, "ALLOWANCE", "valve", "7", "80.50", null);
    item(third, "RECALL", "DONE", null, "2032-02-15");
    goods(third, 2, "RECALL", "pump", "30", "1500.00", "20");
    long fourth = remedy(4, east, false, null);
    item(fourth, "ALLOWANCE", "UNDER_WAY", "999.00", null);
    goods(fourth, 1, "ALLOWANCE", "valve", "7", "999.00", null);
    long fifth = remedy(5, east, false, null);
    item(fifth, "ALLOWANCE", "DONE", "999.00", "2032-03-01");
    goods(fifth, 1, "ALLOWANCE", "valve", "7", "999.00", null);
    String[] columns = {"returned", "exchanged", "allowance", "refund", "resold"};
    JsonNode sheet = get("finance-manager", "return-allowance-report", "product");
    assertThat(figures(sheet.path("total"), columns)).isEqualTo("37 3 80.5 350.0 12");
    assertThat(lines(sheet, columns)).containsExactly("pump: 33 0 0.0 300.0 8", "valve: 4 3 80.5 50.0 4");
    assertThat(lines(get("sales-manager", "return-allowance-report", "customer"), columns)).containsExactly(east + " Report trial: 20 0 80.5 0.0 0", north + " Report trial: 17 3 0.0 350.0 12");
    assertThat(cases("finance-manager", "return-allowance-report", "product", "pump", "returned")).containsExactly(PREFIX + 1, PREFIX + 2, PREFIX + 3);
    assertThat(cases("finance-manager", "return-allowance-report", "product", null, "allowance")).containsExactly(PREFIX + 3);
  }

  /**
   * <pre>
   * 1 production: effective, in time            2 production: effective at last, late, the complaint came again before
   * 3 production: refused for good, in time     4 logistics: being carried out, overdue
   * 5 logistics: opened, not ordered            6 withdrawn;  7 opened in March
   * </pre>
   */
  @Test
  void correctionsByDepartment() {
    correction(1, "2032-02-01T00:00", "production-department", "EFFECTIVE", true, "2032-02-20");
    long second = correction(2, "2032-02-02T09:00", "production-department", "EFFECTIVE", false, "2032-02-20");
    jdbc.sql("insert into complaint_correction_repeats (correction_id, position, round_no, case_number) values (?, 0, 1, 'CMP-2032-000001'), (?, 1, 1, 'CMP-2032-000002')").params(second, second).update();
    correction(3, "2032-02-03T09:00", "production-department", "ESCALATED", true, "2032-02-20");
    correction(4, "2032-02-04T09:00", "logistics-department", "CARRYING", null, "2020-02-20");
    correction(5, "2032-02-29T23:59:59", "logistics-department", "OPENED", null, null);
    correction(6, "2032-02-05T09:00", "logistics-department", "WITHDRAWN", null, null);
    correction(7, "2032-03-01T00:00", "logistics-department", "OPENED", null, null);
    String[] columns = {"count", "ordered", "inTime", "effective", "repeated"};
    JsonNode sheet = get("quality-department", "corrective-action-report", "department");
    assertThat(figures(sheet.path("total"), columns)).isEqualTo("5 4 50.0 33.3 1");
    assertThat(lines(sheet, columns)).hasSize(2);
    assertThat(lines(sheet, columns).get(0)).matches("Production.* 生產部.*: 3 3 66\\.7 33\\.3 1");
    assertThat(lines(sheet, columns).get(1)).matches("Logistics.* 物流儲運部.*: 2 1 0\\.0 – 0");
    assertThat(get("general-manager", "/api/reports/corrective-action-report/cases?period=" + MONTH + "&column=repeated").path("cases").get(0).path("facts").get(0).asText())
        .isEqualTo(PREFIX + 2);
  }

  @Test
  void reportsAreForTheirAudience() {
    Map<String, List<String>> audience = new TreeMap<>(Map.of("quality-complaint-report", List.of("quality-department", "general-manager"), "responsibility-report", List.of("general-manager"),
        "return-allowance-report", List.of("finance-manager", "sales-manager"), "corrective-action-report", List.of("general-manager", "quality-department")));
    audience.forEach((report, roles) -> List.of("quality-department", "general-manager", "finance-manager", "sales-manager", "customer-service-manager", "complaint-specialist").forEach(role ->
        assertThat(http.withBasicAuth(role, password).getForEntity("/api/reports/" + report + ".xlsx", byte[].class).getStatusCode().value()).as(report + " for " + role)
            .isEqualTo(roles.contains(role) ? 200 : 403)));
  }

  private long quality(int number, String receivedAt, Map<String, Object> facts) {
    Map<String, Object> row = new TreeMap<>(Map.of("process_instance_id", UUID.randomUUID().toString(), "case_number", PREFIX + number, "complaint_id", 0, "received_at", receivedAt,
        "opened_at", receivedAt, "market", "domestic", "status", "OPEN", "version", 0));
    List.of("damages_claimed", "pretext", "binding_asked", "design_related", "danger", "resold", "damages").forEach(flag -> row.put(flag, false));
    row.putAll(facts);
    insert("complaint_quality_cases", row);
    return jdbc.sql("select id from complaint_quality_cases where case_number = ?").param(PREFIX + number).query(Long.class).single();
  }

  private void hold(long quality, String status) {
    insert("complaint_batch_holds", new TreeMap<>(Map.of("quality_id", quality, "batch_no", "B1", "held_at", "2032-02-02T09:00", "status", status, "version", 0)));
  }

  private long complaint(int number) {
    return jdbc.sql("select id from complaint_cases where case_number = ?").param(PREFIX + number).query(Long.class).single();
  }

  private void qualityShare(long quality, int position, String department, String person, String share, String loss) {
    jdbc.sql("insert into complaint_quality_shares (quality_id, position, department, person, share, loss) values (?, ?, ?, ?, ?, ?)")
        .params(quality, position, department, person, share, loss).update();
  }

  private void reported(int number, String when, String department, String person, String share, String loss) {
    jdbc.sql("update complaint_cases set reported_at = ? where case_number = ?").params(LocalDateTime.parse(when), PREFIX + number).update();
    jdbc.sql("insert into complaint_case_shares (complaint_id, position, department, person, share, loss) values (?, 0, ?, ?, ?, ?)")
        .params(complaint(number), department, person, share, loss).update();
  }

  private long remedy(int number, String customer, boolean resold, String resaleUntil) {
    jdbc.sql("insert into complaint_remedies (process_instance_id, case_number, customer_code, promised, approved_amount, resold, resale_until, status, opened_at, version)"
        + " values (?, ?, ?, 'x', 9999, ?, ?, 'DONE', '2032-01-20', 0)").params(UUID.randomUUID().toString(), PREFIX + number, customer, resold, resaleUntil).update();
    return jdbc.sql("select id from complaint_remedies where case_number = ?").param(PREFIX + number).query(Long.class).single();
  }

  private void item(long remedy, String branch, String status, String amount, String doneOn) {
    jdbc.sql("insert into complaint_remedy_items (remedy_id, branch, status, amount, done_on) values (?, ?, ?, ?, ?)").params(remedy, branch, status, amount, doneOn).update();
  }

  private void goods(long remedy, int line, String branch, String product, String quantity, String amount, String received) {
    jdbc.sql("insert into complaint_remedy_goods (remedy_id, line_no, branch, product, batch, quantity, unit_price, amount, received) values (?, ?, ?, ?, 'B', ?, 1, ?, ?)")
        .params(remedy, line, branch, product, quantity, amount, received).update();
  }

  private long correction(int number, String openedAt, String department, String status, Boolean inTime, String planDue) {
    Map<String, Object> row = new TreeMap<>(Map.of("case_number", "COR-2032-9000" + number, "process_instance_id", UUID.randomUUID().toString(), "source_case", PREFIX + number, "facts", "x",
        "department", department, "status", status, "round_no", 1, "opened_at", openedAt));
    row.putAll(Map.of("plan_returns", 0, "refusals", 0, "round_refusals", 0, "version", 0));
    if (!"OPENED".equals(status)) {
      row.put("ordered_at", openedAt);
    }
    if (planDue != null) {
      row.put("plan_due", planDue);
    }
    if (inTime != null) {
      row.put("carried_in_time", inTime);
    }
    insert("complaint_corrections", row);
    return jdbc.sql("select id from complaint_corrections where case_number = ?").param("COR-2032-9000" + number).query(Long.class).single();
  }

  private void insert(String table, Map<String, Object> row) {
    jdbc.sql("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values (" + String.join(", ", row.keySet().stream().map(column -> "?").toList()) + ")")
        .params(row.entrySet().stream().map(entry -> entry.getKey().matches(".*_at") ? LocalDateTime.parse(entry.getValue().toString()) : entry.getValue()).toList()).update();
  }

  private String customer(String phone) {
    return customers.register(new NewCustomer("Report trial", null, "direct", "current", phone, null, "north", null, "call", true)).code();
  }

  private JsonNode get(String person, String report, String grouping) {
    return get(person, "/api/reports/" + report + "?period=" + MONTH + "&grouping=" + grouping);
  }

  private List<String> cases(String person, String report, String grouping, String group, String column) {
    return get(person, "/api/reports/" + report + "/cases?period=" + MONTH + "&grouping=" + grouping + (group == null ? "" : "&group=" + group) + "&column=" + column)
        .path("cases").findValuesAsText("caseNumber");
  }

  private JsonNode get(String person, String path) {
    return http.withBasicAuth(person, password).getForObject(path, JsonNode.class);
  }

  private static List<String> lines(JsonNode sheet, String... columns) {
    return StreamSupport.stream(sheet.path("lines").spliterator(), false).map(line -> label(line) + ": " + figures(line, columns)).toList();
  }

  /** How a group is written that people wrote with and without capitals, is the database's choice. */
  private static String label(JsonNode line) {
    String label = line.path("label").asText();
    return label.equalsIgnoreCase(line.path("group").asText()) ? line.path("group").asText() : label;
  }

  private static String figures(JsonNode line, String... columns) {
    return String.join(" ", List.of(columns).stream().map(column -> line.path("values").path(column)).map(value -> value.isMissingNode() ? "–" : value.asText()).toList());
  }
}
