package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.kefu.document.AttachmentTrial.PDF;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A claim from the receipt to the payment, by the five roles that have to do with it. */
@BrowserTest
class ExpenseClaimE2E {

  private static final String CLAIMANT = "survey-specialist";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private RuntimeService runtimeService;
  @Autowired private ManagementService managementService;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void purchaseIsClaimedReturnedCorrectedApprovedTwiceAuditedAndPaid(Browser browser) {
    try (TasklistPage claimant = open(browser, CLAIMANT);
         TasklistPage supervisor = open(browser, "survey-supervisor");
         TasklistPage manager = open(browser, "customer-service-manager");
         TasklistPage generalManager = open(browser, "general-manager");
         TasklistPage clerk = open(browser, "finance-clerk")) {
      String caseNumber = claim(claimant);
      correct(claimant.filter("My tasks").openCase(caseNumber));

      claimed(supervisor, caseNumber).choose("field_confirmed", "Right: spent").shot("expense-confirm").complete();
      assertThat(claimed(manager, caseNumber).page().locator(".fjs-form")).containsText("Purchase of one item of 300 元 or more");
      manager.choose("field_decision", "Approve").shot("expense-review").complete();
      claimed(generalManager, caseNumber).choose("field_decision", "Approve").shot("expense-approve").complete();
      audit(claimed(clerk, caseNumber));

      managementService.executeJob(managementService.createJobQuery().processInstanceId(instanceOf(caseNumber)).singleResult().getId());
      assertThat(jdbc.sql("select status from governance_expense_claims where case_number = ?").param(caseNumber).query(String.class).single()).isEqualTo("PAID");
      assertThat(jdbc.sql("select amount from budget_bookings where case_number = ?").param(caseNumber).query(BigDecimal.class).single())
          .isEqualByComparingTo("318.50");
    }
  }

  private String claim(TasklistPage claimant) {
    String caseNumber = claimant.start("Expense claim review");
    claimant.shot("expense-empty").submit();
    assertThat(claimant.fieldErrors().first()).containsText("required");

    LocalDate yesterday = LocalDate.now(clock).minusDays(1);
    claimant.select("field_category", "Office").date("field_spentOn", yesterday);
    fill(claimant, "field_total", "350.50");
    claimant.date("field_items_date_0", yesterday);
    fill(claimant, "field_items_purpose_0", "Printer 打印機");
    fill(claimant, "field_items_place_0", "Shanghai 上海");
    fill(claimant, "field_items_amount_0", "320.50");
    fill(claimant, "field_items_receiptNo_0", "E2E-" + caseNumber);
    claimant.check("field_items_purchase_0").shot("expense-filled").submit();
    assertThat(claimant.refusal()).containsText("Receipts 單據");
    claimant.shot("expense-without-receipt");

    Page page = claimant.page();
    page.locator(".kefu-asked-here button").click();
    page.locator(".kefu-drop input[type=file]").setInputFiles(new FilePayload("receipt 收據.pdf", "application/pdf", PDF));
    assertThat(page.locator(".kefu-files tbody tr")).containsText("receipt 收據.pdf");
    claimant.shot("expense-receipt").tab("Form").complete();
    return caseNumber;
  }

  /** Waits until the form has taken the text: its mark from the empty form goes. form-js may lose what follows within its pause for typing in a list. */
  private static void fill(TasklistPage claimant, String fieldId, String text) {
    claimant.fill(fieldId, text);
    assertThat(claimant.page().locator(".fjs-has-errors:has([id$='-" + fieldId + "'])")).hasCount(0);
  }

  /** The total does not fit the lines: the claim came back, with all that was entered. */
  private void correct(TasklistPage claimant) {
    assertThat(claimant.page().locator(".fjs-form")).containsText("Total 合計: 350.50 元 was entered, the lines add up to 320.50 元");
    assertThat(claimant.field("field_items_purpose_0")).hasValue("Printer 打印機");
    claimant.shot("expense-returned").fill("field_total", "320.50").shot("expense-corrected").complete();
  }

  private void audit(TasklistPage clerk) {
    clerk.choose("field_outcome", "Good").fill("field_paidAmount", "320.51").date("field_paidOn", LocalDate.now(clock));
    assertThat(clerk.fieldErrors().first()).containsText("320.5");
    assertThat(clerk.completeButton()).isDisabled();
    clerk.shot("expense-audit-wrong").fill("field_paidAmount", "318.50").fill("field_remarks", "Bag not paid 袋費不付").shot("expense-audit").complete();
  }

  private TasklistPage claimed(TasklistPage tasklist, String caseNumber) {
    return tasklist.filter("My group's tasks").openCase(caseNumber).claim();
  }

  private String instanceOf(String caseNumber) {
    return runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).processDefinitionKey("expense-claim-review").singleResult().getId();
  }

  private TasklistPage open(Browser browser, String userId) {
    return TasklistPage.of(browser, port, userId, password);
  }
}
