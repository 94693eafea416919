package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.kefu.document.AttachmentTrial.PDF;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A complaint from the call to the call-back, by the five roles that have to do with it. */
@BrowserTest
class ComplaintE2E {

  private static final String CUSTOMER = "華強電子（深圳）有限公司";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void lateDeliveryIsComplainedAboutInquiredRemediedConfirmedReportedAndCalledBack(Browser browser) {
    try (Office office = new Office(userId -> TasklistPage.of(browser, port, userId, password))) {
      TasklistPage agent = office.desk("call-center-agent");
      String caseNumber = receive(agent);
      chooseCustomer(agent.filter("My tasks").openCase(caseNumber, "Choose customer 選擇客戶"));
      TasklistPage handler = office.desk("complaint-specialist");
      register(claimed(handler, caseNumber, "Register complaint 登記編號"));
      TasklistPage supervisor = office.desk("complaint-supervisor");
      assign(claimed(supervisor, caseNumber, "Assign handler 分派"));
      contact(mine(handler, caseNumber, "Contact customer 首次響應"));
      state(claimed(office.desk("logistics-department"), caseNumber, "State facts 部門說明"));
      investigate(mine(handler, caseNumber, "Investigate 調查"));
      propose(mine(handler, caseNumber, "Propose solution 擬訂處理方案"));
      approve(claimed(supervisor, caseNumber, "Decide 審批"));
      offer(mine(handler, caseNumber, "Offer to customer 與客戶協商"));
      pay(claimed(office.desk("finance-clerk"), caseNumber, "Pay compensation 支付賠償"));
      apologise(claimed(supervisor, caseNumber, "Apologise 致歉"));
      mine(handler, caseNumber, "Ask customer 詢問客戶").shot("complaint-ask-customer");
      confirm(agent, caseNumber);
      report(mine(handler, caseNumber, "Write report 處理報告"));
      review(claimed(supervisor, caseNumber, "Review and close 審核結案"));
      assertThat(ledger(caseNumber)).containsEntry("status", "REVIEWED");

      plan(claimed(handler, caseNumber, "Plan call-back 回訪計劃"));
      prepare(mine(handler, caseNumber, "Appoint, prepare 預約與準備"));
      call(mine(handler, caseNumber, "Call or visit 實施回訪"));
      reportCall(mine(handler, caseNumber, "Report 回訪報告"));
      reviewCall(claimed(supervisor, caseNumber, "Review report 主管審閱"));

      assertThat(ledger(caseNumber)).containsEntry("status", "CLOSED").containsEntry("severity", "ordinary").containsEntry("satisfaction", 4)
          .containsEntry("handler", "complaint-specialist").containsEntry("remedies", "apology,compensation").containsEntry("liable_department", "logistics");
      assertThat(jdbc.sql("select template from notification_messages where case_number = ? and template like 'customer-%' order by id").param(caseNumber)
          .query(String.class).list()).containsExactly("customer-receipt", "customer-result");
    }
  }

  private String receive(TasklistPage agent) {
    String caseNumber = agent.start("Complaint handling");
    agent.submit();
    assertThat(agent.fieldErrors().first()).containsText("required");
    assertThat(agent.refusal()).containsText("marked in red");
    agent.fill("field_customer", "華強電子").fill("field_contact", "陳經理").fill("field_phone", "26001").fill("field_content", "Late 晚到");
    assertThat(agent.fieldErrors().filter(withText("Phone 電話: 6 to 19 digits, for example 010-8888 1234."))).isVisible();
    assertThat(agent.fieldErrors().filter(withText("minimum length of 10"))).isVisible();
    agent.shot("complaint-receive-wrong");

    LocalDate today = LocalDate.now(clock);
    agent.fill("field_phone", "0755-26001234").date("field_receivedAt", today.minusDays(1)).time("field_receivedAt", "09:30").select("field_channel", "Phone")
        .fill("field_content", "Two of five boxes came three days late and wet. 五箱貨中有兩箱晚到三天且受潮。")
        .fill("field_complaintReason", "The production plan had to be changed. 被迫調整生產計劃。").fill("field_product", "Power supply KF-20 電源").fill("field_orderNo", "SO-2026-1187")
        .tick("field_demands", "Explanation, apology").tick("field_demands", "Compensation").fill("field_claimedAmount", "300")
        .shot("complaint-receive-filled").complete();
    return caseNumber;
  }

  /** Two companies have this name in theirs: the one who spoke with the customer knows which. */
  private void chooseCustomer(TasklistPage agent) {
    agent.choose("field_way", "It is one of these").select("field_customer", CUSTOMER).shot("complaint-choose-customer").complete();
  }

  private void register(TasklistPage specialist) {
    specialist.choose("field_nature", "Complaint 投訴").select("field_kind", "Delivery, packing").shot("complaint-register").complete();
  }

  private void assign(TasklistPage supervisor) {
    supervisor.select("field_handler", "(complaint-specialist)").fill("field_note", "The customer wants to hear from us today. 客戶希望今天得到回覆。").shot("complaint-assign").complete();
  }

  private void contact(TasklistPage handler) {
    handler.choose("field_outcome", "Reached 已聯系上");
    spoke(handler, "10:15", "Heard the customer out 聽取客戶意見");
    handler.fill("field_wishes", "An apology and 300 元 for the idle hours 道歉並賠償停工損失 300 元").shot("complaint-contact").complete();
  }

  private void state(TasklistPage logistics) {
    logistics.fill("field_departmentStatement", "The carrier left two boxes in the rain at the depot. 承運商將兩箱貨留在場站淋雨。").shot("complaint-department").complete();
  }

  private void investigate(TasklistPage handler) {
    LocalDate today = LocalDate.now(clock);
    handler.tag("field_investigators", "complaint-specialist").date("field_periodFrom", today).date("field_period", today).tick("field_method", "Records")
        .fill("field_facts", "The delivery notes show two boxes unloaded at the depot on the 18th. 送貨單顯示兩箱貨 18 日卸於場站。")
        .choose("field_founded", "Founded 成立").fill("field_cause", "No roof at the depot 場站無遮蔽").select("field_causeCategory", "Storage, transport")
        .select("field_responsibleDepartment", "Logistics")
        .fill("field_measures_measure_0", "Deliver only by carriers with a roofed depot 只用有遮蔽場站的承運商").fill("field_measures_owner_0", "Logistics 物流")
        .date("field_measures_date_0", today.plusDays(14)).shot("complaint-investigate").complete();
  }

  private void propose(TasklistPage handler) {
    assertThat(handler.page().locator(".fjs-form")).containsText("Responsible 責任部門: Logistics 物流儲運部");
    assertThat(handler.page().locator(".fjs-form")).not().containsText("Returned because");
    handler.fill("field_basis", "Two of five boxes; four idle hours 五箱之二，停工四小時").submit();
    assertThat(handler.refusal()).containsText("marked in red");
    assertThat(handler.fieldErrors().filter(withText("required"))).hasCount(2);
    handler.fill("field_amount", "-1");
    assertThat(handler.fieldErrors().filter(withText("minimum value of 0"))).isVisible();
    assertThat(handler.completeButton()).isDisabled();
    handler.shot("complaint-propose-wrong");
    handler.tick("field_remedies", "Apology").tick("field_remedies", "Compensation").fill("field_amount", "200").shot("complaint-propose").complete();
  }

  private void approve(TasklistPage supervisor) {
    supervisor.choose("field_decision", "Approve").shot("complaint-approve").complete();
  }

  private void offer(TasklistPage handler) {
    handler.choose("field_outcome", "Accepted 接受");
    spoke(handler, "14:30", "Offered an apology and 200 元 提出道歉並賠償 200 元");
    handler.shot("complaint-offer").complete();
  }

  private void pay(TasklistPage clerk) {
    clerk.choose("field_reply", "Takes the money").fill("field_paidAmount", "200").date("field_executedOn", LocalDate.now(clock)).submit();
    assertThat(clerk.refusal()).containsText("請附客戶簽字的收據或和解書");
    clerk.shot("complaint-pay-without-receipt");

    Page page = clerk.page();
    page.locator(".kefu-asked-here button").click();
    page.locator(".kefu-drop input[type=file]").setInputFiles(new FilePayload("receipt 收據.pdf", "application/pdf", PDF));
    assertThat(page.locator(".kefu-files tbody tr")).containsText("receipt 收據.pdf");
    clerk.shot("complaint-pay-receipt").tab("Form");
    assertThat(clerk.field("field_paidAmount")).hasValue("200");
    clerk.shot("complaint-pay").complete();
  }

  private void apologise(TasklistPage supervisor) {
    supervisor.choose("field_way", "Letter 書面").fill("field_letter", "We are sorry for the wet boxes. 對貨物受潮深表歉意。").date("field_apologisedOn", LocalDate.now(clock))
        .choose("field_reply", "Accepts the apology").shot("complaint-apologise").complete();
  }

  /** The customer phones the agent, who has no task in the case. */
  private void confirm(TasklistPage agent, String caseNumber) {
    Page page = agent.page();
    page.locator(".kefu-cases-entry").click();
    page.locator(".kefu-case-list li").filter(withText(caseNumber)).getByRole(AriaRole.BUTTON).click();
    agent.shot("complaint-case-actions");
    page.locator(".kefu-actions button").filter(withText("Confirmed 客戶確認")).click();
    page.locator(".kefu-paper").getByText("Yes 是", new Locator.GetByTextOptions().setExact(true)).click();
    page.locator(".kefu-paper textarea").fill("Has the money and the letter 已收到賠償及致歉信");
    agent.shot("complaint-confirmed");
    page.locator(".kefu-dialog > .btn-primary").click();
    assertThat(page.locator(".kefu-notice")).containsText(caseNumber);
  }

  private void report(TasklistPage handler) {
    handler.submit();
    assertThat(handler.refusal()).containsText("marked in red");
    assertThat(handler.fieldErrors().filter(withText("required")).first()).isVisible();
    handler.fill("field_responsibility_share_0", "120");
    assertThat(handler.fieldErrors().filter(withText("maximum value of 100"))).isVisible();
    assertThat(handler.completeButton()).isDisabled();
    handler.shot("complaint-report-wrong");

    handler.fill("field_summary", "Two boxes were late and wet. 兩箱貨晚到且受潮。").fill("field_investigationResult", "The carrier had no roof 承運商場站無遮蔽")
        .select("field_responsibility_department_0", "Logistics").fill("field_responsibility_share_0", "100").fill("field_lossAmount", "200")
        .select("field_customerOpinion", "Accepts 接受").tick("field_remedy", "Apology").tick("field_remedy", "Compensation")
        .date("field_process_time_0", LocalDate.now(clock).minusDays(1)).time("field_process_time_0", "16:00").fill("field_process_action_0", "Inquiry, offer, payment 調查、協商、支付")
        .fill("field_process_by_0", "complaint-specialist").fill("field_lessons", "Ask carriers for a roof 要求承運商有遮蔽").shot("complaint-report").complete();
  }

  private void review(TasklistPage supervisor) {
    supervisor.choose("field_decision", "Accept and close").shot("complaint-review").complete();
  }

  private void plan(TasklistPage handler) {
    handler.select("field_purpose", "Complaint").choose("field_way", "Phone").fill("field_questions", "Did the next delivery come dry and in time? 下批貨是否準時乾燥？")
        .shot("complaint-callback-plan").complete();
  }

  private void prepare(TasklistPage handler) {
    handler.date("field_plannedAt", LocalDate.now(clock).plusDays(1)).time("field_plannedAt", "10:30").choose("field_calledBy", "I myself").shot("complaint-callback-prepare").complete();
  }

  private void call(TasklistPage handler) {
    handler.choose("field_outcome", "Customer reached").fill("field_useState", "In daily use 每日使用").fill("field_problems", "none 無")
        .select("field_satisfaction", "4 Satisfied").fill("field_needsChange", "none 無").fill("field_orderChange", "0").shot("complaint-callback-call").complete();
  }

  private void reportCall(TasklistPage handler) {
    handler.fill("field_report", "The customer is content and orders as before. 客戶滿意，訂單如常。").check("field_materialReturned").shot("complaint-callback-report").complete();
  }

  private void reviewCall(TasklistPage supervisor) {
    supervisor.choose("field_decision", "Accept").fill("field_supervisorComment", "Seen 已閱").shot("complaint-callback-review").complete();
  }

  /** The first row of the contacts. */
  private void spoke(TasklistPage handler, String time, String said) {
    handler.date("field_contacts_time_0", LocalDate.now(clock).minusDays(1)).time("field_contacts_time_0", time).select("field_contacts_way_0", "Phone").check("field_contacts_answered_0")
        .fill("field_contacts_content_0", said);
  }

  /** Finds the case among the group's tasks, by what its card tells, and claims it. */
  private static TasklistPage claimed(TasklistPage tasklist, String caseNumber, String step) {
    Locator card = tasklist.filter("My group's tasks").card(caseNumber, step);
    assertThat(card).containsText(CUSTOMER);
    assertThat(card.locator(".kefu-grade")).hasText("B");
    return tasklist.openCase(caseNumber, step).claim();
  }

  private static TasklistPage mine(TasklistPage tasklist, String caseNumber, String step) {
    assertThat(tasklist.filter("My tasks").card(caseNumber, step)).containsText(CUSTOMER);
    return tasklist.openCase(caseNumber, step);
  }

  private static Locator.FilterOptions withText(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }

  private Map<String, Object> ledger(String caseNumber) {
    return jdbc.sql("select status, severity, satisfaction, handler, remedies, liable_department from complaint_cases where case_number = ?").param(caseNumber)
        .query().singleRow();
  }

  /** Everybody's desk, opened when its person has something to do and kept until the case is over. */
  private record Office(Function<String, TasklistPage> opening, Map<String, TasklistPage> desks) implements AutoCloseable {

    Office(Function<String, TasklistPage> opening) {
      this(opening, new HashMap<>());
    }

    TasklistPage desk(String userId) {
      return desks.computeIfAbsent(userId, opening);
    }

    @Override
    public void close() {
      desks.values().forEach(TasklistPage::close);
    }
  }
}
