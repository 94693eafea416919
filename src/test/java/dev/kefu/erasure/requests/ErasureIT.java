package dev.kefu.erasure.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.WhereFound;
import dev.kefu.document.AttachmentTrial;
import dev.kefu.document.PaperTrial;
import dev.kefu.document.casefiles.CaseFileTrial;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A customer is erased when three persons want it, and then from everywhere: every column of every table and every file is searched for the name. */
@KefuIT
class ErasureIT {

  private static final String ASKS = "information-specialist";
  private static final String COUNSEL = "legal-counsel";
  private static final String MANAGER = "customer-service-manager";

  @Autowired private ProcessEngine engine;
  @Autowired private ErasureJob job;
  @Autowired private Customers customers;
  @Autowired private TestRestTemplate http;
  @Autowired private DataSource dataSource;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private BeanFactory beans;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  @Value("${kefu.data}") private String data;

  private String name;
  private String phone;
  private String email;
  private String code;

  @BeforeEach
  void register() {
    String unique = UUID.randomUUID().toString().substring(0, 8);
    name = "Forgotten Foods 忘卻食品 " + unique;
    phone = "+8613" + (100_000_000 + Math.abs(unique.hashCode()) % 800_000_000);
    email = "forget-" + unique + "@customers.example";
    code = customers.register(new NewCustomer(name, null, "direct", "current", phone, email, "overseas", null, "web", true)).code();
  }

  @Test
  void nothingNamesTheCustomerAnyMoreAndItsCasesStillCount() throws Exception {
    PaperTrial trial = new PaperTrial(engine, clock, name);
    String number = trial.reviewedComplaint();
    assertThat(new AttachmentTrial(engine, port, password).send(PaperTrial.RECEIVER, "/api/cases/" + number + "/attachments",
        AttachmentTrial.part("file", name + ".pdf", AttachmentTrial.PDF)).statusCode()).isEqualTo(200);
    trial.callBack(number);
    CaseFileTrial.freeze(beans, number);
    assertThat(where()).as("before").contains("information_customers.name", "act_hi_varinst.text_", "act_hi_detail.text_", "engine_case_texts.words");
    long cases = jdbc.sql("select count(*) from complaint_cases where customer_code = ?").param(code).query(Long.class).single();

    long id = approved();
    assertThat(where()).as("nobody has done it yet").isNotEmpty();
    job.run();

    assertThat(where()).isEmpty();
    assertThat(jdbc.sql("select count(*) from audit_salts s join audit_entries e on e.id = s.entry_id where e.case_number = ?").param(number).query(Integer.class).single())
        .as("what the trail proves of its values").isZero();
    JsonNode done = request(id);
    assertThat(done.path("state").asText()).isEqualTo("DONE");
    assertThat(done.path("remaining").asText()).isEmpty();
    assertThat(done.path("changed").asText()).contains("act_hi_varinst", "files");
    assertThat(jdbc.sql("select count(*) from complaint_cases where customer_code = ?").param(code).query(Long.class).single()).as("what reports count").isEqualTo(cases);
    assertThat(jdbc.sql("select active from information_customers where code = ?").param(code).query(Boolean.class).single()).isFalse();

    assertThat(get(PaperTrial.SUPERVISOR, "/api/cases/" + number + "/case-file").getBody()).contains("\"verified\":true");
    assertThat(get(PaperTrial.SUPERVISOR, "/api/cases/" + number + "/case-file.json").getBody()).contains("[erased]").doesNotContain("林女士");
    assertThat(get("auditor", "/api/history/cases/" + number).getBody()).contains("[erased]").doesNotContain(name, "林女士");
    assertThat(get("admin", "/api/audit/verification").getStatusCode().value()).as("the trail is whole").isEqualTo(200);
    job.run();
    assertThat(request(id)).as("once").isEqualTo(done);
  }

  @Test
  void othersKeepTheirNamesAlsoWhenTheyAreAlike() {
    String other = customers.register(new NewCustomer(name.substring(0, name.length() - 1) + "*", null, "direct", "current", "+85290000000", null, "overseas", null, "web", true)).code();
    approved();
    job.run();

    assertThat(where()).isEmpty();
    assertThat(jdbc.sql("select name from information_customers where code = ?").param(other).query(String.class).single()).startsWith("Forgotten Foods");
  }

  @Test
  void threePersonsAndNoneTwice() {
    assertThat(post(MANAGER, "", asked()).getStatusCode().value()).isEqualTo(403);
    long id = asks(ASKS);
    assertThat(post(ASKS, "", asked()).getStatusCode().value()).as("asked for already").isEqualTo(409);
    assertThat(post(MANAGER, "/" + id + "/approval", Map.of()).getStatusCode().value()).as("before the counsel agreed").isEqualTo(409);
    assertThat(post(ASKS, "/" + id + "/agreement", Map.of()).getStatusCode().value()).isEqualTo(403);
    assertThat(post(COUNSEL, "/" + id + "/agreement", Map.of()).getStatusCode().value()).isEqualTo(200);
    assertThat(post(COUNSEL, "/" + id + "/approval", Map.of()).getStatusCode().value()).isEqualTo(403);
    assertThat(post(MANAGER, "/" + id + "/refusal", Map.of("reason", "A dispute is open")).getStatusCode().value()).isEqualTo(200);
    assertThat(post(MANAGER, "/" + id + "/approval", Map.of()).getStatusCode().value()).as("refused").isEqualTo(409);
    job.run();
    assertThat(where()).contains("information_customers.name").doesNotContain("erasure_requests.texts");
  }

  @Test
  void whoHoldsTwoPostsDecidesOnce() {
    User both = engine.getIdentityService().newUser("erasure-it-" + UUID.randomUUID());
    both.setPassword(password);
    engine.getIdentityService().saveUser(both);
    List.of(ASKS, COUNSEL, MANAGER).forEach(group -> engine.getIdentityService().createMembership(both.getId(), group));
    try {
      long id = asks(both.getId());
      assertThat(post(both.getId(), "/" + id + "/agreement", Map.of()).getStatusCode().value()).isEqualTo(403);
      post(COUNSEL, "/" + id + "/agreement", Map.of());
      assertThat(post(both.getId(), "/" + id + "/approval", Map.of()).getStatusCode().value()).isEqualTo(403);
    } finally {
      engine.getIdentityService().deleteUser(both.getId());
    }
  }

  @Test
  void ofAHigherSecrecyGradeTheGeneralManagerDecides() {
    jdbc.sql("update information_customers set secrecy_grade = 'topSecret' where code = ?").param(code).update();
    long id = asks(ASKS);
    post(COUNSEL, "/" + id + "/agreement", Map.of());

    assertThat(post(MANAGER, "/" + id + "/approval", Map.of()).getStatusCode().value()).isEqualTo(403);
    assertThat(post("general-manager", "/" + id + "/approval", Map.of()).getStatusCode().value()).isEqualTo(200);
  }

  @Test
  void nobodyIsErasedOutOfAnOpenCase() {
    String number = new PaperTrial(engine, clock, name).registeredComplaint();

    ResponseEntity<JsonNode> answer = post(ASKS, "", asked());
    assertThat(answer.getStatusCode().value()).isEqualTo(409);
    assertThat(answer.getBody().toString()).contains(number);
  }

  /** Also as it stands in search columns. */
  private Set<String> where() {
    return new WhereFound(dataSource, Path.of(data)).find(name, name.toLowerCase(Locale.ROOT), phone, phone.substring(1), email);
  }

  private Map<String, Object> asked() {
    return Map.of("customerCode", code, "reason", "The customer asked for it 客戶要求");
  }

  private long asks(String person) {
    ResponseEntity<JsonNode> answer = post(person, "", asked());
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
    return answer.getBody().path("id").asLong();
  }

  private long approved() {
    long id = asks(ASKS);
    assertThat(post(COUNSEL, "/" + id + "/agreement", Map.of()).getStatusCode().value()).isEqualTo(200);
    assertThat(post(MANAGER, "/" + id + "/approval", Map.of()).getStatusCode().value()).isEqualTo(200);
    return id;
  }

  private JsonNode request(long id) {
    for (JsonNode one : http.withBasicAuth(COUNSEL, password).getForObject("/api/erasures", JsonNode.class)) {
      if (one.path("id").asLong() == id) {
        return one;
      }
    }
    throw new AssertionError("No request " + id);
  }

  private ResponseEntity<String> get(String person, String path) {
    return http.withBasicAuth(person, password).getForEntity(path, String.class);
  }

  private ResponseEntity<JsonNode> post(String person, String path, Object body) {
    return http.withBasicAuth(person, password).postForEntity("/api/erasures" + path, body, JsonNode.class);
  }
}
