package dev.kefu.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A new customer who turns out to be a known one and is merged, and a change of bank data that a second person checks, by all of its roles. */
@BrowserTest
class RegistrationE2E {

  private static final String NAME = "Twice Known 重複客戶";
  private static final String PHONE = "029-81112233";

  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Autowired private Customers customers;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;

  @Test
  void newCustomerIsMergedWithTheKnownOneAndItsBankDataAreCheckedByASecondPerson(Browser browser) {
    String code = customers.register(new NewCustomer(NAME, null, "endUser", "current", PHONE, null, "north", "Old Road 1 舊路一號", "call", true)).code();
    try (TasklistPage agent = open(browser, "call-center-agent");
         TasklistPage specialist = open(browser, "information-specialist");
         TasklistPage supervisor = open(browser, "information-supervisor")) {
      String merged = agent.start("Registration of customer information");
      agent.shot("registration-empty").submit();
      assertThat(agent.fieldErrors().first()).containsText("required");
      agent.choose("field_operation", "New customer").date("field_contactedOn", LocalDate.now(clock)).complete();
      agent.filter("My tasks").openCase(merged, "Report data").fill("field_customerName", NAME).choose("field_party", "Person").fill("field_phone", PHONE).fill("field_shortName", "Twice").complete();
      assertThat(agent.filter("My tasks").openCase(merged).page().locator(".fjs-form")).containsText("owner is missing");
      agent.select("field_owner", "call-center-agent").select("field_section", "Call centre").shot("registration-incomplete").complete();

      claimed(supervisor, merged, "Decide merge");
      assertThat(supervisor.page().locator(".fjs-form table")).containsText("name 名稱, phone 電話");
      supervisor.choose("field_mergeDecision", "The same customer").tick("field_same", code).select("field_survivor", code).fill("field_mergeReason", "Same name and phone 名稱電話相同")
          .shot("registration-merge").complete();

      claimed(specialist, merged, "Enter").select("field_trade", "None").select("field_secrecyGrade", "Secret").fill("field_contacts_name_0", "Lin 林").shot("registration-enter").complete();
      claimed(supervisor, merged, "審批");
      assertThat(supervisor.page().locator(".fjs-form")).containsText("Merger 合併");
      supervisor.choose("field_decision", "Approve").shot("registration-check-merger").complete();
      assertThat(customers.search(PHONE, 5)).extracting("code").containsExactly(code);

      String changed = agent.start("Registration of customer information");
      agent.choose("field_operation", "Change").fill("field_customer", code).date("field_contactedOn", LocalDate.now(clock)).complete();
      agent.filter("My tasks").openCase(changed, "Report data").fill("field_accountNo", "6222 1234 5678").fill("field_changeNote", "The customer wrote 客戶來函").shot("registration-change")
          .complete();
      claimed(specialist, changed, "Enter").complete();
      assertThat(account(code)).as("not before it is checked").isEmpty();
      claimed(supervisor, changed, "審批");
      assertThat(supervisor.page().locator(".fjs-form table")).containsText("6222 1234 5678");
      supervisor.choose("field_decision", "Approve").shot("registration-check-bank").complete();
      assertThat(account(code)).isEqualTo("6222 1234 5678");
    }
  }

  private String account(String code) {
    return jdbc.sql("select coalesce(account_no, '') from information_customers where code = ?").param(code).query(String.class).single();
  }

  private TasklistPage claimed(TasklistPage tasklist, String caseNumber, String step) {
    return tasklist.filter("My group's tasks").openCase(caseNumber, step).claim();
  }

  private TasklistPage open(Browser browser, String userId) {
    return TasklistPage.of(browser, port, userId, password);
  }
}
