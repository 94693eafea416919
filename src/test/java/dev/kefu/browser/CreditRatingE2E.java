package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.kefu.document.AttachmentTrial.PDF;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.kefu.information.CreditStandings;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A customer wants more credit: surveyed, rated by the tables, raised by the manager with a reason, approved as a special approval, by all of its roles. */
@BrowserTest
class CreditRatingE2E {

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private Customers customers;
  @Autowired private CreditStandings standings;
  @Autowired private Clock clock;

  @Test
  void ratingIsOverriddenWithAReasonAndASpecialApproval(Browser browser) {
    String customer = customers.register(new NewCustomer("Rated " + UUID.randomUUID(), null, "direct", "current", "022-55550000", null, "north", null, "call", true)).code();
    LocalDate today = LocalDate.now(clock);
    try (TasklistPage sales = open(browser, "sales-manager");
         TasklistPage supervisor = open(browser, "survey-supervisor");
         TasklistPage surveyor = open(browser, "survey-specialist");
         TasklistPage clerk = open(browser, "finance-clerk");
         TasklistPage manager = open(browser, "customer-service-manager");
         TasklistPage finance = open(browser, "finance-manager");
         TasklistPage generalManager = open(browser, "general-manager")) {
      String caseNumber = sales.start("Customer credit survey");
      sales.fill("field_enterpriseName", customer).choose("field_occasion", "The customer wants more credit").fill("field_wantedLimit", "90000.00").fill("field_background", "Season ahead 旺季將至")
          .shot("credit-request").complete();
      claimed(supervisor, caseNumber).select("field_surveyor", "survey-specialist").fill("field_assignmentNote", "Look at the books 看賬冊").shot("credit-assign").complete();
      investigate(surveyor, caseNumber, today);

      claimed(clerk, caseNumber).select("field_bankCredit", "Good 好").select("field_peerRating", "Good 好").select("field_neighbourRating", "Good 好").select("field_paymentAttitude", "Ordinary")
          .fill("field_overdueDays", "0").fill("field_monthlySales", "50000.00").fill("field_receivable", "20000.00").shot("credit-bank-check").complete();
      assertThat(claimed(supervisor, caseNumber).page().locator(".fjs-form")).containsText("Grade 信用等級: A");
      supervisor.choose("field_result", "Complete 完整").shot("credit-review").complete();

      assertThat(claimed(manager, caseNumber).page().locator(".fjs-form")).containsText("60000.00 元");
      manager.choose("field_decision", "Adjusted").fill("field_managerOpinion", "Worth more 值得更多").select("field_creditGrade", "Grade A 級").fill("field_creditLimit", "90000.00")
          .select("field_paymentMode", "Monthly account").submit();
      assertThat(manager.fieldErrors().first()).containsText("required");
      manager.fill("field_adjustReason", "Fifteen years without a late day 十五年從未遲付").shot("credit-manager").complete();
      claimed(finance, caseNumber).choose("field_opinion", "Agree with conditions").fill("field_financeNote", "Watch the season 注意淡季").shot("credit-finance").complete();
      assertThat(claimed(generalManager, caseNumber).page().locator(".fjs-form")).containsText("SPECIAL APPROVAL ASKED");
      assertThat(generalManager.page().locator(".fjs-form")).containsText("十五年從未遲付");
      generalManager.choose("field_decision", "Approve").shot("credit-general-manager").complete();

      assertThat(standings.find(customer)).hasValueSatisfying(standing -> {
        assertThat(standing.grade()).isEqualTo("A");
        assertThat(standing.limit()).isEqualByComparingTo("90000.00");
        assertThat(standing.validUntil()).isEqualTo(today.plusYears(1));
      });
    }
  }

  private static void investigate(TasklistPage surveyor, String caseNumber, LocalDate today) {
    surveyor.filter("My tasks").openCase(caseNumber).shot("credit-investigate-empty").submit();
    assertThat(surveyor.fieldErrors().first()).containsText("required");
    surveyor.fill("field_phone", "ask the boss 問老闆");
    assertThat(surveyor.error("field_phone")).containsText("7 to 15 digits");
    surveyor.fill("field_enterpriseNo", "91110000MA01").fill("field_phone", "010-8888 1234").fill("field_address", "Zhongguancun 12 中關村").fill("field_managerName", "Mr Lin 林先生")
        .fill("field_managerHome", "Lane 7 七弄").date("field_foundedOn", today.minusYears(6)).date("field_tradingSince", today.minusYears(3)).fill("field_businessItems", "Pumps 水泵")
        .select("field_organisationForm", "Company limited").select("field_ownershipMode", "Partnership").fill("field_salesRegion", "North 華北").select("field_locationType", "Market")
        .select("field_mgrSkill", "Some").fill("field_bank", "ICBC 工行").select("field_accountingSystem", "Complete").select("field_licence", "Valid");
    surveyor.fill("field_businessLicence", "L-1").fill("field_tradedGoods_brand_0", "Pumps 泵");
    // form-js may lose what follows within its pause for typing in a list.
    assertThat(surveyor.page().locator(".fjs-has-errors:has([id$='-field_tradedGoods_brand_0'])")).hasCount(0);
    surveyor.select("field_siteArea", "Commercial").fill("field_siteRentedArea", "300").submit();
    assertThat(surveyor.refusal()).containsText("licence");
    Page page = surveyor.page();
    page.locator(".kefu-asked-here button").click();
    page.locator(".kefu-drop input[type=file]").setInputFiles(new FilePayload("licence 執照.pdf", "application/pdf", PDF));
    assertThat(page.locator(".kefu-files tbody tr")).containsText("licence 執照.pdf");
    surveyor.tab("Form").submit();
    assertThat(surveyor.refusal()).containsText("資本額");
    surveyor.fill("field_capital", "1200000.00").shot("credit-investigate").complete();
  }

  private static TasklistPage claimed(TasklistPage tasklist, String caseNumber) {
    return tasklist.filter("My group's tasks").openCase(caseNumber).claim();
  }

  private TasklistPage open(Browser browser, String userId) {
    return TasklistPage.of(browser, port, userId, password);
  }
}
