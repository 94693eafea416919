package dev.kefu.reporting.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.complaint.statistics.LedgerTrial;
import dev.kefu.organisation.ExportRights;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Register;
import dev.kefu.reporting.Register.Field;
import dev.kefu.reporting.RegisterRows;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registers are taken away as files. */
@KefuIT
class RegistersIT {

  private static final String PREFIX = "CMP-2036-";
  private static final int MANY = 10_000;
  private static final int HEAD = 5;
  /** Rows that a page of the file has read at once. */
  private static final int PAGE = 1000;

  /** Tables of entities that have no file of their own, reviewed by hand: table and reason. */
  private static final Map<String, String> WITHOUT_FILE = Map.of("budget_months", "a few rows a month, kept and read at /api/budgets");

  @Autowired private List<Register> registers;
  @Autowired private RegisterRows rows;
  @Autowired private ExportRights rights;
  @Autowired private RolesFile roles;
  @Autowired private EntityManagerFactory entities;
  @Autowired private JdbcClient jdbc;
  @Autowired private JdbcTemplate template;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;
  private LedgerTrial ledger;

  @BeforeEach
  @AfterEach
  void clear() {
    ledger = new LedgerTrial(jdbc);
    ledger.remove(PREFIX);
    jdbc.sql("delete from information_customers where code like 'C99990%'").update();
  }

  @Test
  void everyRegisterHasAFileOrAReasonWhyNot() {
    Set<String> shown = new HashSet<>(WITHOUT_FILE.keySet());
    registers.forEach(register -> shown.addAll(register.tables()));
    List<String> tables = entities.getMetamodel().getEntities().stream().map(entity -> entity.getJavaType().getAnnotation(Table.class).name()).toList();
    assertThat(tables).isNotEmpty();
    assertThat(shown).as("""
        Every table of an entity is a register that people can take away as a file. For one that is missing here, contribute a bean of dev.kefu.reporting.Register in the module that
        owns the table (for example dev.kefu.relationship.help.HelpRegister), name the roles that may take it under "exports" in organisation/roles.yaml, and add a row to rights.csv;
        or, when it is no register, add it with the reason to WITHOUT_FILE.""").containsAll(tables);
    assertThat(tables).as("tables that are gone or no entity's: take them out").containsAll(shown);
    assertThat(registers).extracting(Register::id).doesNotHaveDuplicates().as("registers and \"exports\" in roles.yaml").containsExactlyInAnyOrderElementsOf(roles.exports().keySet());
    assertThat(registers).allSatisfy(register -> assertThat(rights.exportersOf(register.id())).as(register.id()).isNotEmpty());
  }

  @Test
  void everyRegisterCanBeReadWholeAndByPeriodAndNamesItsColumnsInBothLanguages() {
    assertThat(registers).allSatisfy(register -> {
      assertThatCode(() -> rows.page(register, null, 0, PAGE)).as(register.id()).doesNotThrowAnyException();
      if (register.moment() != null) {
        assertThatCode(() -> rows.page(register, Period.parse("2026-11"), 0, PAGE)).as(register.id()).doesNotThrowAnyException();
      }
      assertThat(register.fields()).extracting(Field::title).doesNotHaveDuplicates().filteredOn(title -> !title.equals("SHA-256")).allMatch(title -> title.matches(".*[A-Za-z].*\\p{IsHan}.*"));
    });
  }

  @Test
  void tenThousandRowsAreWrittenPageByPage() throws IOException {
    fill();
    Register complaints = registers.stream().filter(one -> one.id().equals("complaints")).findFirst().orElseThrow();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Integer> pages = new ArrayList<>();
    List<Integer> writtenBefore = new ArrayList<>();
    RegisterRows watched = (register, period, after, most) -> {
      List<RegisterRows.Entry> page = rows.page(register, period, after, most);
      pages.add(page.size());
      writtenBefore.add(out.size());
      return page;
    };
    new RegisterFile(watched).write(complaints, Period.parse("2036"), new ReportFile.Heading("Somebody 某人", "2036-12-31 09:00"), out);

    // What was read is written and gone: before each page the file has grown by the one before. The first two may still stand in buffers.
    assertThat(pages).hasSize(MANY / PAGE + 1).startsWith(PAGE).endsWith(0).allSatisfy(size -> assertThat(size).isLessThanOrEqualTo(PAGE));
    assertThat(writtenBefore.subList(2, writtenBefore.size())).isSorted().doesNotHaveDuplicates();
    List<String> numbers = new ArrayList<>();
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray())); Stream<Row> stream = book.getFirstSheet().openStream()) {
      stream.skip(HEAD).forEach(row -> numbers.add(row.getCellRawValue(0).orElseThrow()));
    }
    assertThat(numbers).hasSize(MANY).startsWith(PREFIX + "000001").endsWith(PREFIX + "010000").doesNotHaveDuplicates();
  }

  @Test
  void fileSaysWhatItHoldsOfWhichPeriodAndWhoTookItWhen() throws IOException {
    ledger.add(PREFIX + "000001", "2036-01-31T23:59:59", Map.of("product", "before"));
    ledger.add(PREFIX + "000002", "2036-02-01T00:00", Map.of("product", "Pump 水泵", "kind", "productQuality", "severity", "major", "repeated", true, "satisfaction", 4));
    ledger.add(PREFIX + "000003", "2036-02-29T23:59:59", Map.of("status", "MERGED"));
    ledger.add(PREFIX + "000004", "2036-03-01T00:00", Map.of("product", "after"));
    ResponseEntity<byte[]> answer = file("complaint-supervisor", "/api/registers/complaints.xlsx?period=2036-02");
    assertThat(answer.getHeaders().getContentDisposition().getFilename()).isEqualTo("complaints-2036-02.xlsx");
    List<Row> sheet = read(answer.getBody());
    assertThat(texts(sheet.get(0))).containsExactly("Complaints 投訴台帳");
    assertThat(texts(sheet.get(1))).containsExactly("Period 期間", "2036-02 (2036-02-01 – 2036-02-29)");
    assertThat(texts(sheet.get(2)).get(1)).endsWith("(complaint-supervisor)");
    assertThat(texts(sheet.get(3)).get(1)).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    List<String> titles = texts(sheet.get(HEAD - 1));
    assertThat(titles).startsWith("Case 案件", "Received 受理時間", "Channel 渠道").endsWith("State 狀態", "Ended 結束時間");
    assertThat(sheet).hasSize(HEAD + 2);
    Row pump = sheet.get(HEAD);
    assertThat(pump.getCellText(0)).isEqualTo(PREFIX + "000002");
    assertThat(pump.getCell(titles.indexOf("Received 受理時間")).asDate()).isEqualTo(LocalDateTime.parse("2036-02-01T00:00"));
    assertThat(pump.getCell(titles.indexOf("Satisfaction 滿意度")).asNumber()).isEqualByComparingTo("4");
    assertThat(Stream.of("Channel 渠道", "Product 產品", "Kind 類別", "Severity 等級", "Repeated 重複", "Anonymous 匿名", "State 狀態").map(title -> pump.getCellText(titles.indexOf(title))))
        .containsExactly("Phone 電話", "Pump 水泵", "Product quality 產品質量", "Major 重大", "yes 是", "no 否", "Closed 已結案");
    assertThat(sheet.get(HEAD + 1).getCellText(titles.indexOf("State 狀態"))).isEqualTo("Merged 已合併");
  }

  @Test
  void codesOfOneEntryAreNamedInItsRow() throws IOException {
    List<Row> sheet = read(file("after-sales-supervisor", "/api/registers/technicians.xlsx").getBody());
    int titles = IntStream.range(0, sheet.size()).filter(row -> texts(sheet.get(row)).contains("Skills 技能")).findFirst().orElseThrow();
    List<String> technician = sheet.subList(titles + 1, sheet.size()).stream().map(RegistersIT::texts).filter(row -> row.get(0).contains("repair-technician")).findFirst().orElseThrow();
    assertThat(technician).contains("Minhang 閔行, Pudong 浦東").anyMatch(cell -> cell.contains("Leak, pressure 洩漏、壓力"));
  }

  @Test
  void textThatLooksLikeAFormulaStaysText() throws IOException {
    List<String> evil = List.of("=HYPERLINK(\"http://evil\",\"x\")", "+1+1", "-1-1", "@SUM(1)", "=cmd|'/c calc'!A1", "\t=1", "\r=1");
    for (int i = 0; i < evil.size(); i++) {
      ledger.add(PREFIX + "00000" + i, "2036-02-03T09:00", Map.of("product", evil.get(i), "content", evil.get(i)));
      jdbc.sql("insert into information_customers (code, name, search_name, kind, state, phone, phone_digits, region, key_account, consent_contact, source, created_at, version)"
          + " values (?, ?, 'x', 'direct', 'current', ?, '1', 'north', false, true, 'call', '2036-02-03 09:00:00', 0)").params("C99990" + i, evil.get(i), "+8610" + i).update();
    }
    for (String register : List.of("complaints", "customers")) {
      List<Row> sheet = read(file("customer-service-manager", "/api/registers/" + register + ".xlsx?period=2036").getBody());
      int column = texts(sheet.get(HEAD - 1)).indexOf(register.equals("customers") ? "Name 名稱" : "Product 產品");
      assertThat(sheet.subList(HEAD, sheet.size())).extracting(row -> row.getCellRawValue(column).orElse(null)).containsExactlyElementsOf(evil);
      assertThat(sheet).allSatisfy(row -> assertThat(row.stream().filter(cell -> cell != null && (cell.getType() == CellType.FORMULA || cell.getFormula() != null))).isEmpty());
    }
  }

  @Test
  void whoTakesARegisterAwayIsWrittenDown() {
    long before = exports();
    file("customer-service-manager", "/api/registers/customers.xlsx?period=2036");
    assertThat(exports()).isEqualTo(before + 1);
    assertThat(status("complaint-supervisor", "/api/registers/customers.xlsx?period=2036")).isEqualTo(403);
    assertThat(exports()).isEqualTo(before + 1);
  }

  @Test
  void eachRoleIsOfferedItsOwnRegisters() {
    assertThat(own("information-supervisor")).containsExactlyInAnyOrder("customers", "customer-contacts", "customer-changes", "customer-registrations", "leaks");
    assertThat(own("relationship-supervisor")).containsExactlyInAnyOrder("help-cases", "callbacks", "visits", "visit-plans", "receptions", "hospitality-meals");
    assertThat(own("call-center-agent")).isEmpty();
    assertThat(own("customer-service-manager")).contains("complaints", "customers", "attachments").doesNotContain("leaks");
  }

  @Test
  void whatIsNotThereIsRefusedInWords() {
    assertThat(status("customer-service-manager", "/api/registers/no-such-register.xlsx")).isEqualTo(404);
    JsonNode wrong = http.withBasicAuth("customer-service-manager", password).getForObject("/api/registers/complaints.xlsx?period=soon", JsonNode.class);
    assertThat(wrong.path("message").asText()).contains("\"soon\" is no period", "期間格式不正確");
    JsonNode timeless = http.withBasicAuth("customer-service-manager", password).getForObject("/api/registers/units.xlsx?period=2036", JsonNode.class);
    assertThat(timeless.path("message").asText()).contains("exported as a whole", "全部導出");
    assertThat(status("customer-service-manager", "/api/registers/units.xlsx")).isEqualTo(200);
  }

  private void fill() {
    String flags = "anonymous, repeated, injury_or_danger, acknowledged_by_mail, assigned_again, corrective_needed, penalty_needed";
    template.batchUpdate("insert into complaint_cases (case_number, process_instance_id, opened_at, received_at, status, channel, content, version, " + flags + ") values (?, ?, '2036-05-05 09:00:00',"
            + " '2036-05-05 09:00:00', 'CLOSED', 'phone', ?, 0, false, false, false, false, false, false, false)",
        IntStream.rangeClosed(1, MANY).mapToObj(i -> new Object[] {PREFIX + "%06d".formatted(i), "registers-it-" + i, Long.toHexString(i * 2_654_435_761L).repeat(20)}).toList());
  }

  private long exports() {
    return jdbc.sql("select count(*) from audit_entries where action = 'exportRegister' and subject_id = 'customers/2036' and kind = 'EXPORT' and actor = 'customer-service-manager'")
        .query(Long.class).single();
  }

  private List<String> own(String person) {
    return http.withBasicAuth(person, password).getForObject("/api/registers", JsonNode.class).findValuesAsText("id");
  }

  private int status(String person, String path) {
    return http.withBasicAuth(person, password).getForEntity(path, byte[].class).getStatusCode().value();
  }

  private ResponseEntity<byte[]> file(String person, String path) {
    ResponseEntity<byte[]> answer = http.withBasicAuth(person, password).getForEntity(path, byte[].class);
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    return answer;
  }

  private static List<Row> read(byte[] file) throws IOException {
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return book.getFirstSheet().read();
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell == null ? "" : cell.getRawValue()).toList();
  }
}
