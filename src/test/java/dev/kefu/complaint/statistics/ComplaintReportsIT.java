package dev.kefu.complaint.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Eleven complaints of November 2031, counted by hand:
 *
 * <pre>
 * 1 pump   north  quality  urgent    phone  making   production  closed, in time, satisfied 5
 * 2 Pump   north  quality  major     web    making   production  closed, answered late, solved late, satisfied 2, repeated
 * 3 pump   east   quality  ordinary  phone  making   production  open, overdue
 * 4 valve  east   delivery ordinary  phone  storage  logistics   closed in time
 * 5 valve  –      delivery ordinary  letter storage  logistics   withdrawn before it was answered
 * 6 –      –      attitude ordinary  phone  –        –           open, nothing due yet
 * 7-9 merged, cancelled, a mere question: do not count;  10 October: pump;  11 December
 * </pre>
 */
@KefuIT
class ComplaintReportsIT {

  private static final String PREFIX = "CMP-2031-9";

  @Autowired private JdbcClient jdbc;
  @Autowired private Customers customers;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;
  private LedgerTrial ledger;

  @BeforeEach
  void fill() {
    ledger = new LedgerTrial(jdbc);
    ledger.remove(PREFIX);
    String north = customer("north", "010-81000001");
    String east = customer("east", "010-81000002");
    ledger.add(PREFIX + "00001", "2031-11-03T09:00", Map.ofEntries(Map.entry("product", "pump"), Map.entry("customer_code", north), Map.entry("kind", "productQuality"),
        Map.entry("severity", "urgent"), Map.entry("cause_category", "making"), Map.entry("liable_department", "production"), Map.entry("handler", "complaint-specialist"),
        Map.entry("response_due", "2031-11-03T11:00"), Map.entry("responded_at", "2031-11-03T11:00"), Map.entry("solve_due", "2031-11-04T09:00"),
        Map.entry("solved_at", "2031-11-03T15:00"), Map.entry("ended_at", "2031-11-05T09:00"), Map.entry("satisfaction", 5)));
    ledger.add(PREFIX + "00002", "2031-11-04T09:00", Map.ofEntries(Map.entry("product", "Pump "), Map.entry("customer_code", north), Map.entry("kind", "productQuality"),
        Map.entry("severity", "major"), Map.entry("channel", "web"), Map.entry("cause_category", "making"), Map.entry("liable_department", "production"),
        Map.entry("handler", "complaint-specialist"), Map.entry("response_due", "2031-11-04T21:00"), Map.entry("responded_at", "2031-11-05T08:00"),
        Map.entry("solve_due", "2031-11-11T09:00"), Map.entry("solved_at", "2031-11-12T09:00"), Map.entry("ended_at", "2031-11-15T21:00"), Map.entry("satisfaction", 2),
        Map.entry("repeated", true)));
    ledger.add(PREFIX + "00003", "2031-11-05T09:00", Map.of("product", "pump", "customer_code", east, "kind", "productQuality", "status", "ASSIGNED", "cause_category", "making",
        "liable_department", "production", "response_due", "2020-11-06T09:00", "responded_at", "2020-11-05T10:00", "solve_due", "2020-11-08T09:00"));
    ledger.add(PREFIX + "00004", "2031-11-10T09:00", Map.of("product", "valve", "customer_code", east, "kind", "deliveryPacking", "cause_category", "storageTransport",
        "liable_department", "logistics", "response_due", "2031-11-11T09:00", "responded_at", "2031-11-10T10:00", "solve_due", "2031-11-13T09:00",
        "solved_at", "2031-11-12T09:00", "ended_at", "2031-11-12T09:00"));
    ledger.add(PREFIX + "00005", "2031-11-11T09:00", Map.of("product", "valve", "kind", "deliveryPacking", "channel", "letter", "status", "WITHDRAWN", "cause_category",
        "storageTransport", "liable_department", "logistics", "response_due", "2020-11-12T09:00", "solve_due", "2020-11-14T09:00", "ended_at", "2031-11-13T09:00"));
    ledger.add(PREFIX + "00006", "2031-11-30T23:59:59", Map.of("kind", "serviceAttitude", "status", "GRADED", "response_due", "2099-01-01T00:00", "solve_due", "2099-01-01T00:00"));
    ledger.add(PREFIX + "00007", "2031-11-06T09:00", Map.of("product", "pump", "status", "MERGED"));
    ledger.add(PREFIX + "00008", "2031-11-06T09:00", Map.of("product", "pump", "status", "CANCELLED"));
    ledger.add(PREFIX + "00009", "2031-11-06T09:00", Map.of("product", "pump", "settlement", "help"));
    ledger.add(PREFIX + "00010", "2031-10-31T23:59:59", Map.of("product", "pump", "cause_category", "making"));
    ledger.add(PREFIX + "00011", "2031-12-01T00:00", Map.of("product", "pump"));
  }

  @AfterEach
  void clear() {
    ledger.remove(PREFIX);
    jdbc.sql("delete from complaint_analyses where case_number = 'COA-2031-900001'").update();
  }

  @Test
  void numbersByProductAreThoseOfTheMonth() {
    JsonNode sheet = get("complaint-specialist", "/api/reports/complaint-statistics?period=2031-11&grouping=product");
    assertThat(sheet.path("title").asText()).isEqualTo("Complaints 客戶投訴統計表");
    assertThat(sheet.path("periodLabel").asText()).isEqualTo("2031-11 (2031-11-01 – 2031-11-30)");
    assertThat(figures(sheet.path("total"), "count", "share", "change", "rate", "urgent", "major", "ordinary", "closed", "open")).isEqualTo("6 100.0 500.0 – 1 1 4 4 2");
    assertThat(lines(sheet, "count", "share", "change", "urgent", "major", "ordinary", "closed", "open")).containsExactly("pump: 3 50.0 200.0 1 1 1 2 1",
        "valve: 2 33.3 – 0 0 2 2 0", "— Not given 未填: 1 16.7 – 0 0 1 0 1");
  }

  @Test
  void everyGroupingCounts() {
    assertThat(lines(month("region"), "count")).containsExactly("— Not given 未填: 2", "East 華東: 2", "North 華北: 2");
    assertThat(lines(month("department"), "count")).containsExactly("Production 生產部: 3", "Logistics 物流儲運部: 2", "— Not given 未填: 1");
    assertThat(lines(month("kind"), "count")).containsExactly("Product quality 產品質量: 3", "Delivery, packing 交貨包裝: 2", "Service attitude 服務態度: 1", "— Not given 未填: 0");
    assertThat(lines(month("severity"), "count")).containsExactly("Ordinary 一般: 4", "Major 重大: 1", "Urgent 緊急: 1");
    assertThat(lines(month("channel"), "count")).containsExactly("Phone 電話: 4", "Letter 來函: 1", "Internet 網絡: 1");
    assertThat(lines(month("cause"), "count")).containsExactly("Making 加工: 3", "Storage, transport, loading 儲運: 2", "— Not given 未填: 1");
  }

  @Test
  void weekBeginsOnMonday() {
    assertThat(figures(get("complaint-specialist", "/api/reports/complaint-statistics?period=2031-W45").path("total"), "count", "change")).isEqualTo("3 200.0");
    assertThat(figures(get("complaint-specialist", "/api/reports/complaint-statistics?period=2031-W46").path("total"), "count", "change")).isEqualTo("2 -33.3");
  }

  @Test
  void rateNeedsTheNumberOfOrders() {
    jdbc.sql("insert into complaint_analyses (case_number, process_instance_id, occasion, period, begins_on, ends_before, counted_at, total, closed, open_cases, cost, orders, status,"
        + " version) values ('COA-2031-900001', 'reports-it', 'month', '2031-11', '2031-11-01', '2031-12-01', '2031-12-03', 6, 4, 2, 0, 240, 'COUNTED', 0)").update();
    JsonNode sheet = month("product");
    assertThat(figures(sheet.path("total"), "rate")).isEqualTo("2.5");
    assertThat(lines(sheet, "rate")).containsExactly("pump: 1.3", "valve: 0.8", "— Not given 未填: 0.4");
  }

  @Test
  void timelinessCountsWhatWasDue() {
    JsonNode first = get("complaint-supervisor", "/api/reports/complaint-timeliness-report?period=2031-W45");
    // Answered: 1 and 3 of 1, 2, 3. Solved in time: 1 of 1, 2, 3. Days: (2 + 11.5) / 2. Overdue: 3.
    assertThat(figures(first.path("total"), "count", "responseInTime", "closedInTime", "meanDays", "overdue")).isEqualTo("3 66.7 33.3 6.8 1");
    assertThat(lines(first, "count", "responseInTime", "closedInTime", "meanDays", "overdue")).containsExactly("Major 重大: 1 0.0 0.0 11.5 0", "Ordinary 一般: 1 100.0 0.0 – 1",
        "Urgent 緊急: 1 100.0 100.0 2.0 0");
    JsonNode second = get("complaint-supervisor", "/api/reports/complaint-timeliness-report?period=2031-W46&grouping=handler");
    // What was withdrawn before it was answered is no failure.
    assertThat(figures(second.path("total"), "count", "responseInTime", "closedInTime", "meanDays", "overdue")).isEqualTo("2 100.0 100.0 2.0 0");
    JsonNode byHandler = get("complaint-supervisor", "/api/reports/complaint-timeliness-report?period=2031-W45&grouping=handler");
    assertThat(byHandler.path("lines").get(0).path("label").asText()).doesNotContain("complaint-specialist");
    assertThat(byHandler.path("lines").get(0).path("group").asText()).isEqualTo("complaint-specialist");
    assertThat(figures(byHandler.path("lines").get(0), "count", "responseInTime")).isEqualTo("2 50.0");
  }

  @Test
  void analysisNamesCausesTrendCostRepetitionAndSatisfaction() {
    remedy(PREFIX + "00001", "ALLOWANCE", "DONE", "120.50");
    remedy(PREFIX + "00002", "RETURN", "DONE", "1000.00");
    remedy(PREFIX + "00002", "COMPENSATION", "UNDER_WAY", "5000.00");
    remedy(PREFIX + "00004", "COMPENSATION", "DONE", "80.00");
    try {
      JsonNode sheet = get("general-manager", "/api/reports/complaint-analysis-report?period=2031-11&grouping=cause");
      assertThat(figures(sheet.path("total"), "count", "cumulative", "change", "cost", "repeated", "satisfied")).isEqualTo("6 100.0 500.0 1200.5 16.7 50.0");
      assertThat(lines(sheet, "count", "share", "cumulative", "change", "cost", "repeated", "satisfied")).containsExactly("Making 加工: 3 50.0 50.0 200.0 1120.5 33.3 50.0",
          "Storage, transport, loading 儲運: 2 33.3 83.3 – 80.0 0.0 –", "— Not given 未填: 1 16.7 100.0 – 0.0 0.0 –");
    } finally {
      jdbc.sql("delete from complaint_remedy_items where remedy_id in (select id from complaint_remedies where case_number like ?)").param(PREFIX + "%").update();
      jdbc.sql("delete from complaint_remedies where case_number like ?").param(PREFIX + "%").update();
    }
  }

  @Test
  void everyFigureLeadsToItsCases() {
    JsonNode pumps = get("quality-department", "/api/reports/complaint-statistics/cases?period=2031-11&grouping=product&group=pump&column=count");
    assertThat(pumps.path("cases").findValuesAsText("caseNumber")).containsExactly(PREFIX + "00001", PREFIX + "00002", PREFIX + "00003");
    assertThat(pumps.path("cases").get(1).path("moment").asText()).isEqualTo("2031-11-04 09:00");
    assertThat(StreamSupport.stream(pumps.path("cases").get(1).path("facts").spliterator(), false).map(JsonNode::asText)).containsExactly("Pump ", "Product quality 產品質量",
        "Major 重大", "Closed 已結案");
    assertThat(caseNumbers("grouping=product&group=&column=open")).containsExactly(PREFIX + "00006");
    assertThat(caseNumbers("grouping=channel&group=phone&column=ordinary")).containsExactly(PREFIX + "00003", PREFIX + "00004", PREFIX + "00006");
    assertThat(caseNumbers("column=closed")).containsExactly(PREFIX + "00001", PREFIX + "00002", PREFIX + "00004", PREFIX + "00005");
    assertThat(get("complaint-supervisor", "/api/reports/complaint-timeliness-report/cases?period=2031-W45&column=overdue").path("cases").findValuesAsText("caseNumber"))
        .containsExactly(PREFIX + "00003");
  }

  @Test
  void reportsAreForTheirAudience() {
    assertThat(own("complaint-specialist")).containsExactly("complaint-analysis-report", "complaint-statistics");
    assertThat(own("complaint-supervisor")).containsExactly("complaint-analysis-report", "complaint-timeliness-report");
    assertThat(own("warehouse-keeper")).doesNotContain("complaint-statistics");
    for (String path : List.of("", ".xlsx", "/cases?column=count")) {
      assertThat(status("warehouse-keeper", "/api/reports/complaint-statistics" + path)).as(path).isEqualTo(403);
    }
    assertThat(http.getForEntity("/api/reports", String.class).getStatusCode().value()).isEqualTo(401);
  }

  @Test
  void whatIsNotThereIsRefusedInWords() {
    assertThat(status("complaint-specialist", "/api/reports/no-such-report")).isEqualTo(404);
    assertThat(get("complaint-specialist", "/api/reports/complaint-statistics?period=2031-13").path("message").asText()).contains("\"2031-13\" is no period", "期間格式不正確");
    assertThat(get("complaint-specialist", "/api/reports/complaint-statistics?period=2031").path("message").asText()).contains("not made for such a period");
    assertThat(get("complaint-specialist", "/api/reports/complaint-statistics?grouping=weather").path("message").asText()).contains("not grouped by \"weather\"");
    assertThat(get("complaint-specialist", "/api/reports/complaint-statistics/cases?column=x%27").path("message").asText()).contains("no figure");
  }

  @Test
  void fileHoldsFiguresCasesPersonAndTime() throws IOException {
    List<List<List<String>>> sheets = read(file("complaint-specialist", "/api/reports/complaint-statistics.xlsx?period=2031-11&grouping=product"), null);
    List<List<String>> figures = sheets.get(0);
    assertThat(figures.get(0)).containsExactly("Complaints 客戶投訴統計表");
    assertThat(figures.get(1)).containsExactly("Period 期間", "2031-11 (2031-11-01 – 2031-11-30)");
    assertThat(figures.get(2)).containsExactly("Grouped by 分組", "Product 產品");
    assertThat(figures.get(3).get(1)).endsWith("(complaint-specialist)");
    assertThat(figures.get(4).get(1)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    assertThat(figures.get(6)).startsWith("Product 產品", "Number 件數", "Share 佔比");
    assertThat(figures.get(7)).containsExactly("Total 合計", "6", "100.0", "500.0", "—", "1", "1", "4", "4", "2");
    assertThat(figures.get(8)).first().asString().isEqualToIgnoringCase("pump");
    assertThat(figures.get(8).subList(1, 10)).containsExactly("3", "50.0", "200.0", "—", "1", "1", "1", "2", "1");
    assertThat(sheets.get(1)).hasSize(7);
    assertThat(sheets.get(1).get(1)).containsExactly(PREFIX + "00001", "2031-11-03 09:00", "pump", "pump", "Product quality 產品質量", "Urgent 緊急", "Closed 已結案");
  }

  @Test
  void textThatLooksLikeAFormulaStaysText() throws IOException {
    List<String> evil = List.of("=HYPERLINK(\"http://evil\")", "+1+1", "-1-1", "@SUM(1)", "\t=1", "\r=1");
    for (int i = 0; i < evil.size(); i++) {
      ledger.add(PREFIX + "0010" + i, "2031-09-03T09:00", Map.of("product", evil.get(i)));
    }
    List<String> formulas = new ArrayList<>();
    List<List<List<String>>> sheets = read(file("complaint-specialist", "/api/reports/complaint-statistics.xlsx?period=2031-09&grouping=product"), formulas);
    assertThat(sheets.get(1).subList(1, 7)).extracting(row -> row.get(3)).containsExactlyElementsOf(evil);
    assertThat(formulas).isEmpty();
  }

  @Test
  void whoTakesAFileAwayIsWrittenDown() {
    long before = exports();
    status("customer-service-manager", "/api/reports/complaint-statistics.xlsx?period=2031-11");
    assertThat(exports()).isEqualTo(before + 1);
    status("warehouse-keeper", "/api/reports/complaint-statistics.xlsx?period=2031-11");
    assertThat(exports()).isEqualTo(before + 1);
  }

  private long exports() {
    return jdbc.sql("select count(*) from audit_entries where action = 'exportReport' and subject_id = 'complaint-statistics/2031-11' and kind = 'EXPORT'"
        + " and actor = 'customer-service-manager'").query(Long.class).single();
  }

  private void remedy(String caseNumber, String branch, String status, String amount) {
    jdbc.sql("insert into complaint_remedies (process_instance_id, case_number, promised, approved_amount, resold, status, opened_at, version)"
        + " values (?, ?, 'x', 9999, false, 'DONE', '2031-11-20', 0)").params(caseNumber + branch, caseNumber).update();
    jdbc.sql("insert into complaint_remedy_items (remedy_id, branch, status, amount) select id, ?, ?, ? from complaint_remedies where process_instance_id = ?")
        .params(branch, status, amount, caseNumber + branch).update();
  }

  private JsonNode month(String grouping) {
    return get("complaint-specialist", "/api/reports/complaint-statistics?period=2031-11&grouping=" + grouping);
  }

  private List<String> caseNumbers(String query) {
    return get("complaint-specialist", "/api/reports/complaint-statistics/cases?period=2031-11&" + query).path("cases").findValuesAsText("caseNumber");
  }

  private List<String> own(String person) {
    return get(person, "/api/reports").findValuesAsText("id").stream().filter(id -> id.startsWith("complaint-")).sorted().toList();
  }

  private JsonNode get(String person, String path) {
    return http.withBasicAuth(person, password).getForObject(path, JsonNode.class);
  }

  private int status(String person, String path) {
    return http.withBasicAuth(person, password).getForEntity(path, String.class).getStatusCode().value();
  }

  private byte[] file(String person, String path) {
    ResponseEntity<byte[]> answer = http.withBasicAuth(person, password).getForEntity(path, byte[].class);
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getHeaders().getContentDisposition().getFilename()).startsWith("complaint-statistics-2031-").endsWith(".xlsx");
    return answer.getBody();
  }

  private static List<List<List<String>>> read(byte[] file, List<String> formulas) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<List<List<String>>> sheets = new ArrayList<>();
      for (var sheet : book.getSheets().toList()) {
        List<List<String>> rows = new ArrayList<>();
        for (Row row : sheet.read()) {
          rows.add(row.stream().map(Cell::getRawValue).toList());
          if (formulas != null) {
            row.stream().filter(cell -> cell.getType() == CellType.FORMULA || cell.getFormula() != null).map(Cell::getFormula).forEach(formulas::add);
          }
        }
        sheets.add(rows);
      }
      return sheets;
    }
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

  private String customer(String region, String phone) {
    return customers.register(new NewCustomer("Report trial " + region, null, "direct", "current", phone, null, region, null, "call", true)).code();
  }
}
