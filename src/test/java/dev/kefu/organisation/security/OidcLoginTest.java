package dev.kefu.organisation.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.RealTimeAgain;
import dev.kefu.TestDatabase;
import dev.kefu.TestMail;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.autoconfigure.actuate.observability.AutoConfigureObservability;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Logging in at the enterprise's own provider. A program of its own, so not among the classes that share one: in one Java the engine's name belongs to one program. */
@ExtendWith({TestDatabase.class, RealTimeAgain.class})
@AutoConfigureObservability(tracing = false)
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles(resolver = OidcLoginTest.WithProvider.class)
@ContextConfiguration(initializers = {TestDatabase.class, TestMail.class})
@DirtiesContext
class OidcLoginTest {

  private static final String WELCOME = "/camunda/app/welcome/default/";
  private static final String TASKS = "/camunda/api/engine/engine/default/task?maxResults=1";
  private static final String CLIENT = "kefu-client";
  private static final MockOAuth2Server PROVIDER = new MockOAuth2Server();

  static final class WithProvider extends TestDatabase {

    @Override
    public String[] resolve(Class<?> testClass) {
      return Stream.concat(Stream.of(super.resolve(testClass)), Stream.of("oidc")).toArray(String[]::new);
    }
  }

  @Autowired private TestRestTemplate http;
  @Autowired private IdentityService identities;
  @Autowired private JdbcClient jdbc;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;

  private final CookieManager cookies = new CookieManager();
  private final HttpClient browser = HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.NORMAL).build();
  private String person;

  @DynamicPropertySource
  static void provider(DynamicPropertyRegistry settings) throws IOException {
    PROVIDER.start();
    settings.add("KEFU_OIDC_ISSUER", () -> PROVIDER.issuerUrl("kefu").toString());
    settings.add("KEFU_OIDC_CLIENT_ID", () -> CLIENT);
    settings.add("KEFU_OIDC_CLIENT_SECRET", () -> "secret of the tests");
  }

  @AfterAll
  static void stop() throws IOException {
    PROVIDER.shutdown();
  }

  @BeforeEach
  void aPersonOfKefus() {
    User user = identities.newUser("oidc-it-" + UUID.randomUUID());
    user.setPassword(password);
    identities.saveUser(user);
    identities.createMembership(user.getId(), "survey-specialist");
    person = user.getId();
  }

  @AfterEach
  void leaves() {
    identities.deleteUser(person);
  }

  @Test
  void whoeverOpensAPageIsSentToTheProviderAndBackAndHasTheOwnRights() throws Exception {
    isAtTheProvider(person);

    HttpResponse<String> page = get(WELCOME);

    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.uri().getPath()).isEqualTo(WELCOME);
    assertThat(get(TASKS).statusCode()).isEqualTo(200);
    assertThat(get("/camunda/api/kefu/cases").statusCode()).as("pages of ours").isEqualTo(200);
    assertThat(get("/camunda/app/cockpit/default/").statusCode()).as("the group's applications, no more").isEqualTo(403);
    assertThat(logins()).containsExactly("login provider");
  }

  @Test
  void theSessionBeforeTheLoginIsNotTheOneAfterIt() throws Exception {
    HttpResponse<String> sent = HttpClient.newBuilder().cookieHandler(cookies).build().send(request(WELCOME).GET().build(), HttpResponse.BodyHandlers.ofString());
    assertThat(sent.statusCode()).isEqualTo(302);
    String before = session();
    isAtTheProvider(person);
    assertThat(get(WELCOME).statusCode()).isEqualTo(200);

    assertThat(session()).isNotEqualTo(before);
  }

  @Test
  void whomKefuDoesNotKnowStaysOutside() throws Exception {
    isAtTheProvider("stranger-" + UUID.randomUUID());

    HttpResponse<String> page = get(WELCOME);

    assertThat(page.statusCode()).isEqualTo(403);
    assertThat(page.body()).contains("You may not do this").doesNotContain("Exception");
    assertThat(HttpClient.newBuilder().cookieHandler(cookies).build().send(request(TASKS).header("Accept", "application/json").GET().build(), HttpResponse.BodyHandlers.ofString()).statusCode())
      .isEqualTo(401);
  }

  @Test
  void nobodyPassesTheProviderByWithAPassword() throws Exception {
    isAtTheProvider(person);
    get(WELCOME);
    HttpResponse<String> refused = browser.send(request("/camunda/api/admin/auth/user/default/login/welcome").header("Content-Type", "application/x-www-form-urlencoded")
      .header("X-XSRF-TOKEN", token()).POST(HttpRequest.BodyPublishers.ofString("username=admin&password=" + password)).build(), HttpResponse.BodyHandlers.ofString());

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(http.withBasicAuth(person, password).getForEntity("/engine-rest/task?maxResults=1", String.class).getStatusCode().value()).as("programs log in as ever").isEqualTo(200);
  }

  @Test
  void aLogoutEndsTheSessionAndASessionThatEndedIsExplained() throws Exception {
    isAtTheProvider(person);
    get(WELCOME);
    HttpResponse<String> out = browser.send(request("/camunda/api/admin/auth/user/default/logout").header("X-XSRF-TOKEN", token()).POST(HttpRequest.BodyPublishers.noBody()).build(),
      HttpResponse.BodyHandlers.ofString());

    assertThat(out.statusCode()).isEqualTo(204);
    HttpResponse<String> after = get(TASKS);
    assertThat(after.statusCode()).isEqualTo(401);
    assertThat(after.body()).contains("Your session has ended");
    assertThat(logins()).containsExactly("login provider", "logout webapps");
  }

  @Test
  void rightsFollowTheGroupsAndTheDeletedAreOut() throws Exception {
    isAtTheProvider(person);
    get(WELCOME);
    assertThat(get(TASKS).statusCode()).isEqualTo(200);
    identities.deleteUser(person);

    assertThat(get(WELCOME).statusCode()).isEqualTo(401);
  }

  private void isAtTheProvider(String userId) {
    PROVIDER.enqueueCallback(new DefaultOAuth2TokenCallback("kefu", UUID.randomUUID().toString(), "JWT", List.of(CLIENT), Map.of("preferred_username", userId), 3600));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return browser.send(request(path).header("Accept", path.contains("/api/") ? "application/json" : "text/html").GET().build(), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
  }

  private String session() {
    return cookie("JSESSIONID");
  }

  private String token() {
    return cookie("XSRF-TOKEN");
  }

  private String cookie(String name) {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).map(HttpCookie::getValue).findFirst().orElse("none");
  }

  private List<String> logins() {
    return jdbc.sql("select concat(action, ' ', subject_id) from audit_entries where kind = 'LOGIN' and actor = ? order by id").param(person).query(String.class).list();
  }
}
