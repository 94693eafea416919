package dev.kefu.organisation.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.WebappSession;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import java.util.Map;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class SecurityIT {

  private static final String WAIT = "Wrong user or password, or locked for some seconds after wrong attempts; wait ";
  private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=1";

  @Autowired
  private TestRestTemplate http;
  @Autowired
  private IdentityService identities;
  @Autowired
  private JdbcClient jdbc;
  @LocalServerPort
  private int port;
  @Value("${kefu.demo.password}")
  private String password;

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/task", "/engine-rest/engine", "/api/openapi", "/api/provisioning", "/api/anything",
    "/actuator/prometheus", "/actuator/info", "/camunda/api/kefu/cards", "/camunda/api/kefu/anything",
    "/camunda/api/engine/engine/default/task"})
  void strangersAreTurnedAway(String path) {
    ResponseEntity<String> answer = http.getForEntity(path, String.class);
    assertThat(answer.getStatusCode().value()).isEqualTo(401);
    assertThat(answer.getBody()).contains("\"message\"").doesNotContain("Exception");
    if (!path.startsWith("/camunda")) {
      assertThat(answer.getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE);
    }
  }

  @ParameterizedTest
  @CsvSource({"/engine-rest/task?maxResults=1,200", "/api/openapi,200", "/api/provisioning,403", "/api/anything,404",
    "/actuator/prometheus,403", "/actuator/info,403", "/actuator/health,200", "/actuator/health/liveness,200", "/elsewhere,403"})
  void anEmployeeReachesWhatEmployeesMay(String path, int status) {
    ResponseEntity<String> answer = http.withBasicAuth("survey-specialist", password).getForEntity(path, String.class);
    assertThat(answer.getStatusCode().value()).isEqualTo(status);
    assertThat(answer.getHeaders()).doesNotContainKey(HttpHeaders.SET_COOKIE);
    if (status >= 400) {
      assertThat(answer.getBody()).contains("\"message\"").doesNotContain("Exception", "trace");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/engine-rest/task?maxResults=1", "/api/openapi", "/api/provisioning", "/actuator/info"})
  void anAdministratorReachesAll(String path) {
    assertThat(http.withBasicAuth("admin", password).getForEntity(path, String.class).getStatusCode().value()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"/actuator/prometheus,scraper-of-the-tests,200", "/actuator/prometheus,scraper-of-the-test,401", "/actuator/prometheus,'',401",
    "/actuator/info,scraper-of-the-tests,401", "/engine-rest/task,scraper-of-the-tests,401", "/api/provisioning,scraper-of-the-tests,401"})
  void theScrapersTokenOpensTheMetricsAndNothingElse(String path, String token, int status) {
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    assertThat(http.exchange(path, HttpMethod.GET, new HttpEntity<>(headers), String.class).getStatusCode().value()).isEqualTo(status);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/camunda/app/tasklist/default/", "/camunda/app/welcome/default/", "/actuator/health"})
  void loginPagesAndHealthAreOpen(String path) {
    assertThat(http.getForEntity(path, String.class).getStatusCode().value()).isEqualTo(200);
  }

  @Test
  void anEmployeeChangesButDoesNotDeleteTheOwnAccount() {
    String user = employee();
    TestRestTemplate person = http.withBasicAuth(user, password);
    Map<String, String> profile = Map.of("id", user, "firstName", "New", "lastName", "Name");
    assertThat(person.exchange("/engine-rest/user/" + user + "/profile", HttpMethod.PUT, new HttpEntity<>(profile), String.class).getStatusCode().value())
      .isEqualTo(204);
    assertThat(person.exchange("/engine-rest/user/" + user, HttpMethod.DELETE, HttpEntity.EMPTY, String.class).getStatusCode().value()).isEqualTo(403);
  }

  @Test
  void aWrongPasswordIsExplainedToPrograms() {
    String user = employee();
    ResponseEntity<String> wrong = http.withBasicAuth(user, "wrong").getForEntity("/api/openapi", String.class);
    ResponseEntity<String> locked = http.withBasicAuth(user, password).getForEntity("/api/openapi", String.class);
    for (ResponseEntity<String> answer : List.of(wrong, locked)) {
      assertThat(answer.getStatusCode().value()).isEqualTo(401);
      assertThat(answer.getHeaders().getFirst(HttpHeaders.WWW_AUTHENTICATE)).startsWith("Basic");
      assertThat(answer.getBody()).contains(WAIT).containsPattern("wait [1-3] seconds").contains("請等待");
    }
    assertThat(logins(user)).contains("loginRefused rest");
  }

  @Test
  void anUnknownUserLearnsNoMoreThanAWrongPassword() {
    assertThat(http.withBasicAuth("nobody-" + UUID.randomUUID(), "x").getForEntity("/api/openapi", String.class).getBody())
      .contains(WAIT + "3 seconds");
  }

  @Test
  void aWrongPasswordIsExplainedInTheWebApplications() {
    String user = employee();
    HttpResponse<String> refused = new WebappSession(port).login(user, "wrong & wrong");
    assertThat(refused.statusCode()).isEqualTo(401);
    assertThat(refused.body()).contains("\"message\"").contains(WAIT);
    assertThat(logins(user)).containsExactly("loginRefused welcome");
  }

  @Test
  void loginAndLogoutAreAudited() {
    String user = employee();
    WebappSession browser = new WebappSession(port);
    assertThat(browser.login(user, password).statusCode()).isEqualTo(200);
    assertThat(browser.get(TASKS).statusCode()).isEqualTo(200);
    assertThat(browser.logout().statusCode()).isLessThan(400);
    assertThat(logins(user)).containsExactly("login welcome", "logout webapps");
  }

  @Test
  void aLostSessionIsExplained() {
    HttpResponse<String> answer = new WebappSession(port).get(TASKS);
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).contains("Your session has ended. What you typed is still on this page").contains("您的登入已失效");
  }

  @Test
  void aWrongTokenEndsTheSessionAndSaysSo() {
    WebappSession browser = new WebappSession(port);
    browser.login("survey-specialist-2", password);
    HttpResponse<String> refused = browser.post("/camunda/api/engine/engine/default/task", "{}", "application/json", "wrong");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(refused.body()).contains("Your session has ended");
    assertThat(browser.get(TASKS).statusCode()).isEqualTo(401);
  }

  @Test
  void nobodyMakesHimselfTheFirstAdministrator() {
    WebappSession browser = new WebappSession(port);
    assertThat(browser.post("/camunda/api/admin/setup/default/user/create", "{}", "application/json", browser.token()).statusCode())
      .isEqualTo(403);
  }

  @Test
  void ourPagesNeedASessionAndWritingThereAToken() {
    WebappSession browser = new WebappSession(port);
    browser.login("survey-specialist-2", password);
    assertThat(browser.get("/camunda/api/kefu/nothing-here").statusCode()).isEqualTo(404);
    assertThat(browser.post("/camunda/api/kefu/nothing-here", "{}", "application/json", "wrong").statusCode()).isEqualTo(403);
  }

  @Test
  void peopleReadAPageInPlainWords() {
    WebappSession browser = new WebappSession(port);
    browser.login("survey-specialist-2", password);
    HttpResponse<String> forbidden = browser.page("/camunda/app/cockpit/default/");
    assertThat(forbidden.statusCode()).isEqualTo(403);
    assertThat(forbidden.body()).contains("<html", "You may not do this", "您沒有此項權限").doesNotContain("Whitelabel", "Exception");
    assertThat(browser.page("/nothing-here").body()).contains("<html").doesNotContain("Whitelabel");
  }

  /** A user of this test's own, because a wrong password locks the account for seconds. */
  private String employee() {
    User user = identities.newUser("it-" + UUID.randomUUID());
    user.setPassword(password);
    identities.saveUser(user);
    identities.createMembership(user.getId(), "survey-specialist");
    return user.getId();
  }

  private List<String> logins(String user) {
    return jdbc.sql("select concat(action, ' ', subject_id) from audit_entries where kind = 'LOGIN' and actor = ? order by id").param(user)
      .query(String.class).list();
  }
}
