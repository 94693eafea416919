package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.kefu.aftersales.units.UnitRegister;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A pump in warranty that leaks, from the call to the customer's opinion: service desk, dispatcher, technician, parts clerk and supervisor. */
@BrowserTest
class AfterSalesE2E {

  private static final String CUSTOMER = "華強電子（深圳）有限公司";
  private static final String PRODUCT = "Water pump WP-3 水泵";
  private static final String ROSTER = "RST-2031-000077";
  private static final String SERVICE_DESK = "after-sales-specialist";
  private static final String SUPERVISOR = "after-sales-supervisor";
  private static final String TECHNICIAN = "repair-technician";
  private static final String PARTS_CLERK = "warehouse-keeper";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private UnitRegister units;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  private LocalDate today;
  private String serialNumber;

  /** Sold half a year ago with a year of warranty; tomorrow one of the technicians is on duty. */
  @BeforeEach
  void sellAndPlan() {
    today = LocalDate.now(clock);
    serialNumber = "WP3-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    units.register(PRODUCT, serialNumber, null, today.minusDays(180), 365, "INV-2026-771");
    jdbc.sql("insert into aftersales_shifts (roster_number, duty_on, shift_kind, person, area, since_version) values (?, ?, 'early', ?, 'Minhang', 1)")
        .params(ROSTER, today.plusDays(1), TECHNICIAN).update();
  }

  @AfterEach
  void takeRosterAway() {
    jdbc.sql("delete from aftersales_shifts where roster_number = ?").param(ROSTER).update();
  }

  @Test
  void leakingPumpInWarrantyIsRepairedOnSiteWithPartsThatWereOrderedSignedForAndTheCustomerIsAsked(Browser browser) throws IOException {
    Map<String, TasklistPage> desks = new HashMap<>();
    try {
      TasklistPage desk = open(desks, browser, SERVICE_DESK);
      String caseNumber = register(desk);
      check(claimed(desk, caseNumber, "Check unit 核對產品"));
      agree(claimed(desk, caseNumber, "Agree way 確定維修方式"));
      TasklistPage supervisor = open(desks, browser, SUPERVISOR);
      dispatch(claimed(supervisor, caseNumber, "Assign technician 派工"));
      TasklistPage technician = open(desks, browser, TECHNICIAN);
      accept(mine(technician, caseNumber, "Accept job 接單準備"));
      diagnose(mine(technician, caseNumber, "Diagnose 檢測估價"));
      TasklistPage clerk = open(desks, browser, PARTS_CLERK);
      order(claimed(clerk, caseNumber, "Draw or order 領料或訂貨"));
      seeStoppedClock(desk, caseNumber);
      receive(claimed(clerk, caseNumber, "Receive parts 收到訂貨"));
      fix(mine(technician, caseNumber, "Repair 維修"));
      test(mine(technician, caseNumber, "Customer tests 客戶試用"));
      handOver(mine(technician, caseNumber, "Hand over 交付簽收"));
      report(mine(technician, caseNumber, "Close report 填報歸檔"));
      confirm(mine(desk, caseNumber, "Ask customer 詢問客戶"));
      ask(mine(desk, caseNumber, "Ask customer 回訪收集"));

      assertThat(row("select status, confirmation, satisfaction from aftersales_requests where case_number = ?", caseNumber))
          .containsEntry("status", "CLOSED").containsEntry("confirmation", "satisfied");
      assertThat(row("select status, technician, payer, total_fee, customer_sign from aftersales_repairs where case_number = ?", caseNumber))
          .containsEntry("status", "REPAIRED").containsEntry("technician", TECHNICIAN).containsEntry("payer", "free").containsEntry("customer_sign", "陳經理");
      desks.forEach((person, page) -> assertThat(page.consoleErrors()).as(person).isEmpty());
      print(supervisor, caseNumber);
    } finally {
      desks.values().forEach(TasklistPage::close);
    }
  }

  private String register(TasklistPage desk) {
    String caseNumber = desk.start("After-sales service");
    desk.submit();
    assertThat(desk.refusal()).containsText("marked in red");
    assertThat(desk.fieldErrors().first()).containsText("required");
    desk.shot("service-register-empty");
    desk.date("field_receivedAt", today.minusDays(1)).time("field_receivedAt", "09:30").select("field_channel", "Phone").fill("field_customer", CUSTOMER)
        .fill("field_contact", "陳經理").fill("field_phone", "0755-26001234").fill("field_address", "8 Canal Road 運河路八號").fill("field_district", "Minhang 閔行")
        .fill("field_product", PRODUCT).fill("field_model", "WP-3").fill("field_serialNo", serialNumber).select("field_requestType", "Repair 維修")
        .fill("field_faultDescription", "Leaks at the shaft since this morning 今晨起軸端漏水").choose("field_functionImpact", "Part function").shot("service-register").complete();
    assertThat(desk.refusal()).hasCount(0);
    return caseNumber;
  }

  private void check(TasklistPage desk) {
    assertThat(form(desk)).containsText(serialNumber);
    assertThat(form(desk)).containsText("warranty until 保修至 " + today.minusDays(180).plusDays(365));
    assertThat(form(desk)).containsText("INV-2026-771");
    desk.select("field_faultKind", "Leak, pressure").shot("repair-check").complete();
  }

  private void agree(TasklistPage desk) {
    assertThat(form(desk)).containsText("Who pays 付費方: Free of charge 免費");
    assertThat(form(desk)).containsText("Rule 判定依據: In warranty 保修期內");
    desk.choose("field_repairWay", "On site 上門").date("field_promisedOn", today.plusDays(7)).select("field_district", "Minhang 閔行").fill("field_address", "8 Canal Road 運河路八號")
        .date("field_appointment", today.plusDays(1)).time("field_appointment", "10:00").shot("repair-way").complete();
  }

  private void dispatch(TasklistPage supervisor) {
    Locator proposals = form(supervisor).locator("ol > li");
    assertThat(proposals.first()).containsText("Repair technician 維修技術員: skill fits 技能相符: Leak, pressure 洩漏、壓力; on duty 在班: early shift 早班; goes to 負責區域 Minhang 閔行; open jobs 在手");
    assertThat(proposals.nth(1)).containsText("not on duty 不在班; does not go to 非負責區域 Minhang 閔行");
    supervisor.shot("repair-proposal").select("field_technician", "on duty 在班").fill("field_note", "The customer waits at the gate 客戶在門口等候").shot("repair-dispatch").complete();
  }

  private void accept(TasklistPage technician) {
    assertThat(form(technician)).containsText("8 Canal Road 運河路八號, Minhang 閔行");
    assertThat(form(technician)).containsText("Appointment 預約時間: " + today.plusDays(1) + " 10:00");
    assertThat(form(technician)).containsText("Note 派工備註: The customer waits at the gate 客戶在門口等候");
    assertThat(form(technician)).containsText("Within one hour, or the next technician is asked.");
    technician.choose("field_answer", "Accept 接單").fill("field_toolsParts", "Wrench, seals 扳手、密封圈").shot("repair-accept").complete();
  }

  private void diagnose(TasklistPage technician) {
    assertThat(form(technician)).containsText("Who pays 付費方: Free of charge 免費");
    technician.choose("field_presence", "Met 在場").fill("field_cause", "Shaft seal worn 軸封磨損").select("field_causeCode", "Ageing").choose("field_repairable", "Yes 是");
    part(technician).fill("field_labourHours", "1.5").fill("field_travelKm", "12").shot("repair-diagnose").complete();
  }

  private void order(TasklistPage clerk) {
    assertThat(form(clerk)).containsText("SEAL-30");
    clerk.choose("field_supply", "Ordered").fill("field_orderNo", "PO-2026-55").date("field_expectedOn", today.plusDays(2)).shot("repair-parts-ordered").complete();
  }

  /** The customer calls and the service desk, which has no task, sees why nothing happens. */
  private void seeStoppedClock(TasklistPage desk, String caseNumber) {
    Page page = desk.page();
    page.locator(".kefu-cases-entry").click();
    page.locator(".kefu-case-list li").filter(withText(caseNumber)).getByRole(AriaRole.BUTTON).click();
    Locator paused = page.locator(".kefu-deadlines tr").filter(withText("Paused: waits for others 等待外部 since 自 " + LocalDate.now(clock)));
    assertThat(paused.filter(withText("Whole case 整個案件")).first()).isVisible();
    assertThat(page.locator(".kefu-deadlines tr").filter(withText("Receive parts 收到訂貨"))).containsText("Running 進行中");
    desk.shot("repair-clock-stopped");
    page.locator(".kefu-dialog > .close").click();
  }

  private void receive(TasklistPage clerk) {
    assertThat(form(clerk)).containsText("PO-2026-55");
    assertThat(form(clerk)).containsText("The clock of the case stands still.");
    clerk.date("field_receivedOn", today).shot("repair-parts-received").complete();
  }

  private void fix(TasklistPage technician) {
    technician.choose("field_result", "Fixed 修復").fill("field_work", "New shaft seal, tested at 6 bar 更換軸封，6 巴試壓");
    part(technician).check("field_parts_oldReturned_0").date("field_startedAt", today.minusDays(1)).time("field_startedAt", "10:00")
        .date("field_finishedAt", today.minusDays(1)).time("field_finishedAt", "11:30").fill("field_labourHours", "1.5").shot("repair-fix").complete();
  }

  private void test(TasklistPage technician) {
    technician.fill("field_testedBy", "陳經理").choose("field_verdict", "Pass 合格").fill("field_findings", "Runs dry and quiet 不漏且安靜").shot("repair-test").complete();
  }

  private void handOver(TasklistPage technician) {
    assertThat(form(technician)).containsText("Fee 費用: 0.00 元");
    technician.submit();
    assertThat(technician.refusal()).containsText("marked in red");
    assertThat(technician.fieldErrors().filter(withText("required"))).hasCount(3);
    technician.shot("repair-unsigned");
    technician.fill("field_customerSign", "陳經理").date("field_signedAt", today.minusDays(1)).time("field_signedAt", "11:45").choose("field_serviceRating", "Satisfied 滿意")
        .fill("field_advice", "Drain it before frost 結冰前放水").shot("repair-signed").complete();
  }

  private void report(TasklistPage technician) {
    technician.tab("Documents 文件");
    assertThat(technician.page().locator(".kefu-documents tbody tr").filter(withText("Product repair report 產品維修報告單"))).hasCount(1);
    technician.shot("repair-documents").tab("Form");
    technician.choose("field_oldParts", "Returned").fill("field_summary", "Seal exchanged in warranty 保修更換軸封").shot("repair-report").complete();
  }

  private void confirm(TasklistPage desk) {
    assertThat(form(desk)).containsText("Fixed 修復");
    desk.choose("field_confirmed", "Satisfied 滿意").shot("service-confirm").complete();
  }

  private void ask(TasklistPage desk) {
    desk.choose("field_reached", "Reached 已聯系上").check("field_onTime").select("field_attitude", "5 Very satisfied").select("field_skill", "5 Very satisfied")
        .select("field_speed", "4 Satisfied").select("field_charge", "5 Very satisfied").choose("field_solved", "Yes 是").shot("service-feedback").complete();
  }

  /** The case has ended, its papers are still there for whoever may read it. */
  private void print(TasklistPage supervisor, String caseNumber) throws IOException {
    Page page = supervisor.page();
    page.locator(".kefu-cases-entry").click();
    page.locator(".kefu-case-search input").fill(caseNumber);
    page.locator(".kefu-case-search button").click();
    page.locator(".kefu-fold summary").filter(withText("Documents 文件")).click();
    Locator report = page.locator(".kefu-documents tbody tr").filter(withText("Product repair report 產品維修報告單"));
    assertThat(report).containsText("F18");
    supervisor.shot("service-case-documents");
    Download download = page.waitForDownload(() -> report.locator("a").click());
    assertThat(download.suggestedFilename()).isEqualTo(caseNumber + "-product-repair-report-form.pdf");
    try (PDDocument pdf = Loader.loadPDF(Files.readAllBytes(download.path()))) {
      assertThat(new PDFTextStripper().getText(pdf)).contains(caseNumber, serialNumber, "Free of charge 免費", "SEAL-30", "New shaft seal, tested at 6 bar", "陳經理",
          today.minusDays(1) + " 11:45", "Seal exchanged in warranty");
    }
  }

  /** One row of the list of parts. */
  private static TasklistPage part(TasklistPage technician) {
    technician.page().locator(".fjs-repeat-render-add").click();
    return technician.fill("field_parts_partNo_0", "SEAL-30").fill("field_parts_name_0", "Shaft seal 軸封").fill("field_parts_quantity_0", "1").fill("field_parts_unitPrice_0", "45");
  }

  private static Locator form(TasklistPage person) {
    return person.page().locator(".fjs-form");
  }

  /** Finds the case among the group's tasks, by what its card tells, and claims it. */
  private static TasklistPage claimed(TasklistPage tasklist, String caseNumber, String step) {
    assertThat(tasklist.filter("My group's tasks").card(caseNumber, step)).containsText(CUSTOMER);
    return tasklist.openCase(caseNumber, step).claim();
  }

  private static TasklistPage mine(TasklistPage tasklist, String caseNumber, String step) {
    assertThat(tasklist.filter("My tasks").card(caseNumber, step)).containsText(CUSTOMER);
    return tasklist.openCase(caseNumber, step);
  }

  private TasklistPage open(Map<String, TasklistPage> desks, Browser browser, String person) {
    TasklistPage page = TasklistPage.of(browser, port, person, password);
    desks.put(person, page);
    return page;
  }

  private Map<String, Object> row(String query, String caseNumber) {
    return jdbc.sql(query).param(caseNumber).query().singleRow();
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
