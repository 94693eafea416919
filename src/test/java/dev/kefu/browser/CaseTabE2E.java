package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.kefu.document.PaperTrial;
import dev.kefu.information.CreditStanding;
import dev.kefu.information.CreditStandings;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People look at a case as a whole: beside a task, and without one. */
@BrowserTest
class CaseTabE2E {

  private static final String MANAGER = "customer-service-manager";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private ProcessEngine engine;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private CreditStandings credit;
  @Autowired private Customers customers;
  private PaperTrial trial;
  private String customer;
  private String customerName;

  @BeforeEach
  void prepare() {
    customerName = "Harbour Foods 海港食品 " + UUID.randomUUID().toString().substring(0, 8);
    customer = customers.register(new NewCustomer(customerName, null, "direct", "current", "+1 206 555 0199", null, "overseas", null, "web", true)).code();
    jdbc.sql("update information_customers set grade = 'C', danger_state = 'watched' where code = ?").param(customer).update();
    credit.write(customer, new CreditStanding("BBB", 71, 30, new BigDecimal("250000.00"), false, "credit", LocalDate.of(2026, 5, 4), LocalDate.of(2027, 5, 3), true));
    trial = new PaperTrial(engine, clock, customerName);
  }

  @Test
  void supervisorSeesCustomerDeadlinesFactsAndPathBesideTheTask(Browser browser) {
    trial.endedComplaint();
    String number = trial.registeredComplaint();
    try (TasklistPage supervisor = TasklistPage.of(browser, port, PaperTrial.SUPERVISOR, password)) {
      Page page = supervisor.filter("My group's tasks").openCase(number).page();
      supervisor.tab("Case 案件");
      Locator overview = page.locator(".kefu-overview");
      assertThat(overview).containsText(number + " Complaint handling 客戶投訴處理");
      assertThat(section(page, "Customer 客戶")).containsText(customerName + " (" + customer + ")");
      assertThat(section(page, "Customer 客戶")).containsText("On the list of dangerous customers 危險客戶: watched");
      assertThat(section(page, "Customer 客戶")).containsText("Key account 大客戶");
      assertThat(section(page, "Customer 客戶")).not().containsText("Credit 信用");
      assertThat(overview.locator(".kefu-deadlines tbody tr").first()).isVisible();
      assertThat(section(page, "Facts of the case 案情")).containsText("12 Harbour Road 港灣道十二號");
      assertThat(section(page, "Path so far 經過").locator("tbody tr").first()).containsText("Nobody yet 尚無");
      assertThat(section(page, "Path so far 經過").locator("tbody tr").last()).containsText("Call-centre agent 呼叫中心座席員");
      supervisor.shot("case-tab");

      // Without a mouse: the folded parts open by the keyboard.
      Locator contacts = overview.locator("summary").filter(new Locator.FilterOptions().setHasText("Last contacts"));
      contacts.focus();
      contacts.press("Enter");
      assertThat(overview.locator(".kefu-contacts tbody tr").first()).containsText("Call-back 回訪");
      overview.locator("summary").filter(new Locator.FilterOptions().setHasText("Open cases")).press("Space");
      assertThat(overview.locator(".kefu-open-cases tbody")).containsText(number + " (this one 本案)");
      contacts.scrollIntoViewIfNeeded();
      supervisor.shot("case-tab-customer");
      section(page, "Path so far 經過").scrollIntoViewIfNeeded();
      supervisor.shot("case-tab-path");
      Axe.assertAccessible(page, ".kefu-overview");
      assertThat(supervisor.consoleErrors()).isEmpty();
    }
  }

  @Test
  void managerLeafsThroughALongPathOfAnEndedCaseInAChineseBrowser(Browser browser) {
    String number = trial.endedComplaint();
    try (TasklistPage manager = TasklistPage.of(browser, port, MANAGER, password, Desk.CHINESE)) {
      Page page = manager.page();
      page.locator(".kefu-cases-entry").click();
      page.locator(".kefu-case-search input").fill(number);
      page.locator(".kefu-case-search button").click();
      page.locator(".kefu-fold > summary").filter(new Locator.FilterOptions().setHasText(Pattern.compile("^Case 案件$"))).click();
      assertThat(section(page, "Customer 客戶")).containsText("BBB · limit 限額 250,000.00 元 · 30 days 天 · frozen 已凍結 · valid until 有效期至 2027-05-03");
      Locator path = section(page, "Path so far 經過");
      assertThat(path.locator("tbody tr")).hasCount(15);
      path.getByText("More 下一頁").press("Enter");
      assertThat(path.locator(".kefu-count")).containsText("16–");
      assertThat(path.locator(".kefu-count")).isFocused();
      path.scrollIntoViewIfNeeded();
      manager.shot("case-tab-path-chinese");
      path.getByText("Back 上一頁").click();
      assertThat(path.locator(".kefu-count")).containsText("1–15");
      Axe.assertAccessible(page, ".kefu-overview");
      // Of a case that has ended nothing can be told: the answer is 404 by design.
      assertThat(manager.consoleErrors()).allMatch(error -> error.contains("404") && error.contains("/actions"));
    }
  }

  @Test
  void whoDoesNotReadTheRegisterOfCustomersSeesTheCaseWithoutIt(Browser browser) {
    String number = trial.complaintAskedAbout();
    try (TasklistPage logistics = TasklistPage.of(browser, port, PaperTrial.LOGISTICS, password)) {
      Page page = logistics.filter("My group's tasks").openCase(number).page();
      logistics.tab("Case 案件");
      assertThat(section(page, "Customer 客戶")).containsText("Your role does not read the register of customers. 您的職位無權查看客戶台帳。");
      assertThat(section(page, "Customer 客戶")).not().containsText("watched");
      assertThat(section(page, "Facts of the case 案情")).containsText("Rough handling 野蠻裝卸");
      logistics.shot("case-tab-without-customer");
      assertThat(logistics.consoleErrors()).isEmpty();
    }
  }

  private static Locator section(Page page, String title) {
    return page.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName(title));
  }
}
