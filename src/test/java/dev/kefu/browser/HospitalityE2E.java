package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.kefu.document.AttachmentTrial.PDF;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.kefu.budget.Budgets;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A banquet for a key customer, above its limit, from the request to the payment, by all of its roles. */
@BrowserTest
class HospitalityE2E {

  private static final String HOST = "relationship-specialist-2";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private Budgets budgets;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void banquetAboveTheLimitIsApprovedByThreeLevelsBookedHeldExplainedAndPaid(Browser browser) {
    LocalDate day = LocalDate.now(clock).plusMonths(2);
    budgets.set(day.toString().substring(0, 7), "relationship", new BigDecimal("30000.00"), "finance-manager");
    try (TasklistPage specialist = open(browser, "relationship-specialist");
         TasklistPage supervisor = open(browser, "relationship-supervisor");
         TasklistPage manager = open(browser, "customer-service-manager");
         TasklistPage generalManager = open(browser, "general-manager");
         TasklistPage office = open(browser, "office-administrator");
         TasklistPage host = open(browser, HOST);
         TasklistPage clerk = open(browser, "finance-clerk")) {
      String caseNumber = request(specialist, day);
      assertThat(claimed(supervisor, caseNumber).page().locator(".fjs-form")).containsText("above by 超出 20.00 元, 20 %");
      supervisor.choose("field_decision", "Approve").shot("hospitality-supervisor").complete();
      claimed(manager, caseNumber).choose("field_decision", "Approve").shot("hospitality-manager").complete();
      claimed(generalManager, caseNumber).choose("field_decision", "Approve").shot("hospitality-general-manager").complete();

      claimed(office, caseNumber).choose("field_way", "Designated restaurant").fill("field_place", "Garden restaurant 花園餐廳").fill("field_bookingNo", "B-7").shot("hospitality-book").complete();
      host.filter("My tasks").openCase(caseNumber).choose("field_held", "Yes, the meal was held").fill("field_actualPersons", "3").fill("field_actualAmount", "380.00")
          .fill("field_receptionRecord", "Talked of the new contract 洽談新合同").shot("hospitality-dine").complete();

      settle(specialist, caseNumber);
      assertThat(claimed(manager, caseNumber).page().locator(".fjs-form")).containsText("Above what was approved 超出批準: 20.00 元");
      manager.choose("field_outcome", "Is the host's own cost").fill("field_excessReason", "One course too many 多點一道菜").shot("hospitality-explain").complete();
      assertThat(claimed(clerk, caseNumber).page().locator(".fjs-form")).containsText("the host's own cost");
      clerk.fill("field_paidAmount", "360.00").date("field_paidOn", LocalDate.now(clock)).shot("hospitality-pay").complete();

      assertThat(jdbc.sql("select status from relationship_meals where case_number = ?").param(caseNumber).query(String.class).single()).isEqualTo("PAID");
      assertThat(jdbc.sql("select amount from budget_bookings where case_number = ?").param(caseNumber).query(BigDecimal.class).single()).isEqualByComparingTo("360.00");
      assertThat(jdbc.sql("select not_paid_reason from relationship_meals where case_number = ?").param(caseNumber).query(String.class).single()).contains("20.00 元");
    }
  }

  private String request(TasklistPage specialist, LocalDate day) {
    String caseNumber = specialist.start("Dining hospitality");
    specialist.shot("hospitality-empty").submit();
    assertThat(specialist.fieldErrors().first()).containsText("required");
    specialist.fill("field_customer", "長江機械製造廠");
    fill(specialist, "field_guests_name_0", "Ms Lin 林女士");
    fill(specialist, "field_guests_position_0", "Director 董事");
    specialist.fill("field_reason", "Talks on the new contract 洽談新合同").date("field_mealTime", day).time("field_mealTime", "12:00");
    specialist.select("field_occasion", "Banquet").select("field_host", HOST).tag("field_companionsList", "relationship-supervisor-2");
    specialist.select("field_restaurant", "Other").fill("field_restaurantName", "Garden 花園").fill("field_perHead", "120.00").shot("hospitality-filled").complete();

    assertThat(specialist.filter("My tasks").openCase(caseNumber).page().locator(".fjs-form")).containsText("Reason for excess 超標理由: the limit is 100.00 元 per head");
    specialist.fill("field_overLimitReason", "Directors come 來賓為董事").shot("hospitality-returned").complete();
    return caseNumber;
  }

  private void settle(TasklistPage specialist, String caseNumber) {
    specialist.filter("My tasks").openCase(caseNumber).fill("field_actualGuests", "1").fill("field_actualCompanions", "2").fill("field_foodAmount", "330.00").fill("field_drinksAmount", "50.00")
        .fill("field_receiptNo", "E2E-" + caseNumber).check("field_explained");
    specialist.fill("field_excessNote", "One course too many 多點一道菜").shot("hospitality-settle").submit();
    assertThat(specialist.refusal()).containsText("Receipt");
    Page page = specialist.page();
    page.locator(".kefu-asked-here button").click();
    page.locator(".kefu-drop input[type=file]").setInputFiles(new FilePayload("receipt 發票.pdf", "application/pdf", PDF));
    assertThat(page.locator(".kefu-files tbody tr")).containsText("receipt 發票.pdf");
    specialist.tab("Form").complete();
  }

  /** Waits until the form has taken the text: form-js may lose what follows within its pause for typing in a list. */
  private static void fill(TasklistPage tasklist, String fieldId, String text) {
    tasklist.fill(fieldId, text);
    assertThat(tasklist.page().locator(".fjs-has-errors:has([id$='-" + fieldId + "'])")).hasCount(0);
  }

  private TasklistPage claimed(TasklistPage tasklist, String caseNumber) {
    return tasklist.filter("My group's tasks").openCase(caseNumber).claim();
  }

  private TasklistPage open(Browser browser, String userId) {
    return TasklistPage.of(browser, port, userId, password);
  }
}
