package dev.kefu.information.classified;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.WebappSession;
import dev.kefu.WhereFound;
import dev.kefu.document.PaperTrial;
import dev.kefu.document.casefiles.CaseFileTrial;
import dev.kefu.engine.gate.GateTrial;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is confidential, on every way out. Two things are: fields that a form calls classified, and records of customers by their secrecy grade. Ways that other tests look at: a leak's
 * secrets through tasks, cases, comments and messages ({@code LeakSecrecyIT}), corrections ({@code CorrectionIT}), the tab of a case ({@code CaseOverviewIT}), the case file
 * ({@code CaseFilesIT}), search ({@code StartPageIT}), drafts ({@code DraftsIT}), credit ({@code CaseOverviewIT}).
 */
@KefuIT
@ExtendWith(OutputCaptureExtension.class)
class ConfidentialityIT {

  private static final String HIDDEN = "●●●";

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private DataSource dataSource;
  @Autowired private Customers customers;
  @Autowired private Clock clock;
  @Autowired private BeanFactory beans;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Value("${kefu.data}") private String data;

  private String customerName;
  private String customerCode;
  private String phone;

  @BeforeEach
  void register() {
    customerName = "Graded 分級 " + UUID.randomUUID().toString().substring(0, 8);
    phone = "+8613" + (100_000_000 + Math.abs(UUID.randomUUID().hashCode()) % 800_000_000);
    customerCode = customers.register(new NewCustomer(customerName, null, "direct", "current", phone, null, "overseas", null, "web", true)).code();
  }

  /** Not one way but all at once: wherever the program writes, it writes no classified value but into the register of them. */
  @Test
  void aClassifiedValueStandsInItsRegisterAndNowhereElse(CapturedOutput log) {
    String secret = "S" + UUID.randomUUID();
    GateTrial trial = new GateTrial(engine, http, password);
    try {
      String caseId = trial.start();
      String number = trial.caseNumber(caseId);
      String task = "/engine-rest/task/" + trial.task(caseId).getId();
      assertThat(trial.post(GateTrial.STARTER, task + "/submit-form", GateTrial.form("record", Map.of("subject", "Broken cup", "amount", "-1", "way", "phone", "secret", secret)))
          .getStatusCode().value()).as("refused").isEqualTo(400);
      assertThat(trial.post(GateTrial.STARTER, task + "/submit-form", GateTrial.form("record", Map.of("subject", "Broken cup", "amount", "1", "way", "phone", "secret", secret)))
          .getStatusCode().value()).isEqualTo(204);

      String review = "/engine-rest/task/" + trial.task(caseId).getId();
      WebappSession browser = WebappSession.of(port, GateTrial.REVIEWER, password);
      assertThat(trial.get(GateTrial.REVIEWER, review + "/form-variables?deserializeValues=false").getBody().toString()).contains(HIDDEN).doesNotContain(secret);
      for (String path : List.of("/camunda/api/engine/engine/default/task/" + trial.task(caseId).getId() + "/form-variables?deserializeValues=false",
          "/camunda/api/kefu/cards?taskIds=" + trial.task(caseId).getId(), "/camunda/api/kefu/cases", "/camunda/api/kefu/tasks/" + trial.task(caseId).getId() + "/comments")) {
        assertThat(browser.get(path).body()).as(path).doesNotContain(secret);
      }
      for (String path : List.of("/api/cases/" + number + "/overview", "/api/cases/" + number + "/path", "/api/history/cases/" + number,
          "/engine-rest/history/detail?deserializeValues=false&processInstanceId=" + caseId, "/engine-rest/history/variable-instance?deserializeValues=false&processInstanceId=" + caseId,
          "/engine-rest/process-instance/" + caseId + "/variables?deserializeValues=false", "/engine-rest/history/user-operation?processInstanceId=" + caseId)) {
        for (String person : List.of("general-manager", "auditor", GateTrial.ADMINISTRATOR)) {
          assertThat(http.withBasicAuth(person, password).getForObject(path, String.class)).as("%s as %s", path, person).doesNotContain(secret);
        }
      }
      assertThat(trial.post(GateTrial.REVIEWER, review + "/submit-form", GateTrial.form("review", Map.of("decision", "accept"))).getStatusCode().value()).isEqualTo(204);
      assertThat(trial.post(GateTrial.REVIEWER, "/engine-rest/task/" + trial.task(caseId).getId() + "/complete", Map.of()).getStatusCode().value()).isEqualTo(204);
      CaseFileTrial.freeze(beans, number);

      assertThat(new WhereFound(dataSource, Path.of(data)).find(secret)).containsExactly("information_classified_values.content");
      assertThat(log.getAll()).doesNotContain(secret);
    } finally {
      trial.remove();
    }
  }

  @ParameterizedTest
  @CsvSource({"secret,complaint-supervisor,true", "secret,customer-service-manager,true", "confidential,complaint-supervisor,false", "confidential,customer-service-manager,true",
    "confidential,general-manager,true", "topSecret,complaint-supervisor,false", "topSecret,customer-service-manager,false", "topSecret,general-manager,true"})
  void besideACaseARecordIsShownToThoseWhomItsGradeAllows(String grade, String person, boolean shown) {
    String number = new PaperTrial(engine, clock, customerName).complaintAskedAbout();
    grade(grade, null);

    JsonNode overview = http.withBasicAuth(person, password).getForObject("/api/cases/" + number + "/overview", JsonNode.class);

    assertThat(overview.path("customer").isObject()).isEqualTo(shown);
    assertThat(overview.path("caseNumber").asText()).as("the case itself").isEqualTo(number);
    assertThat(found(person, customerCode).contains(number)).as("found by the customer's number").isEqualTo(shown);
  }

  @Test
  void whoIsInChargeOfACustomerReadsTheRecordWhateverItsGrade() {
    String number = new PaperTrial(engine, clock, customerName).complaintAskedAbout();
    grade("topSecret", "complaint-supervisor");

    assertThat(http.withBasicAuth("complaint-supervisor", password).getForObject("/api/cases/" + number + "/overview", JsonNode.class).path("customer").isObject()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"customer-service-manager,confidential,true", "information-supervisor,confidential,true", "customer-service-manager,topSecret,false", "information-supervisor,topSecret,false"})
  void aFileOfCustomersSaysOfARecordWhatItsGradeAllows(String person, String grade, boolean shown) throws IOException {
    grade(grade, null);
    jdbc.sql("insert into information_customer_contacts (customer_id, line_no, name, phone, decides) select id, 0, ?, ?, true from information_customers where code = ?")
        .params(customerName + " contact", phone, customerCode).update();

    List<String> customer = row(person, "customers");
    assertThat(customer.contains(customerName)).isEqualTo(shown);
    assertThat(customer.contains(phone)).isEqualTo(shown);
    assertThat(customer.stream().anyMatch(cell -> cell.startsWith(HIDDEN))).isEqualTo(!shown);
    assertThat(customer).as("that there is one, and its grade").contains(customerCode).anyMatch(cell -> cell.contains("機密") || cell.contains("絕密"));
    assertThat(row(person, "customer-contacts").contains(phone)).isEqualTo(shown);
  }

  private void grade(String grade, String owner) {
    jdbc.sql("update information_customers set secrecy_grade = ?, owner = ? where code = ?").params(grade, owner, customerCode).update();
  }

  private List<String> found(String person, String typed) {
    return http.withBasicAuth(person, password).getForObject("/api/case-search?for=" + typed, JsonNode.class).path("items").findValuesAsText("caseNumber");
  }

  /** The customer's row; it begins with the number. */
  private List<String> row(String person, String register) throws IOException {
    byte[] file = http.withBasicAuth(person, password).getForObject("/api/registers/" + register + ".xlsx", byte[].class);
    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return book.getFirstSheet().read().stream().map(ConfidentialityIT::texts).filter(row -> !row.isEmpty() && row.get(0).equals(customerCode)).findFirst().orElseThrow();
    }
  }

  private static List<String> texts(Row row) {
    return row.stream().map(cell -> cell == null || cell.getRawValue() == null ? "" : cell.getRawValue()).toList();
  }
}
