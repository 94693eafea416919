package dev.kefu.organisation.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.RowCounts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;

/** An administrator brings users and their roles as a file. */
@KefuIT
class PeopleImportIT {

  private static final String HEADING = "User ID 帳號,First name 名字,Last name 姓氏,E-mail 電郵,Roles 崗位\n";

  private final String newcomer = "it." + UUID.randomUUID().toString().substring(0, 8);
  private final String other = newcomer + "-2";

  @Autowired private TestRestTemplate http;
  @Autowired private IdentityService identities;
  @Autowired private DataSource database;
  @Value("${kefu.demo.password}") private String password;

  @AfterEach
  void remove() {
    List.of(newcomer, other).forEach(identities::deleteUser);
  }

  @Test
  void newUsersGetTheirRolesAndAPasswordThatWorks() {
    JsonNode outcome = imported(HEADING + newcomer + ",小明,王,wang@example.com,survey-specialist; call-center-agent\n");

    assertThat(outcome.path("added")).hasSize(1);
    String first = outcome.path("added").path(0).path("password").asText();
    assertThat(http.withBasicAuth(newcomer, first).getForEntity("/engine-rest/task?maxResults=1", String.class).getStatusCode().value()).isEqualTo(200);
    User user = identities.createUserQuery().userId(newcomer).singleResult();
    assertThat(List.of(user.getFirstName(), user.getLastName(), user.getEmail())).containsExactly("小明", "王", "wang@example.com");
    assertThat(groups(newcomer)).containsExactlyInAnyOrder("survey-specialist", "call-center-agent");
  }

  @Test
  void theSameFileAgainChangesNothingAndAnotherOneChangesWhatDiffers() {
    String file = HEADING + newcomer + ",小明,王,,survey-specialist\n";
    String first = imported(file).path("added").path(0).path("password").asText();

    JsonNode again = imported(file);
    assertThat(again.path("added")).isEmpty();
    assertThat(again.path("changed")).isEmpty();
    assertThat(again.path("unchanged").asInt()).isEqualTo(1);

    JsonNode moved = imported(HEADING + newcomer + ",小明,王,,call-center-agent\n");
    assertThat(moved.path("changed").path(0).asText()).isEqualTo(newcomer);
    assertThat(groups(newcomer)).containsExactly("call-center-agent");
    assertThat(identities.checkPassword(newcomer, first)).as("the password stays").isTrue();
  }

  @Test
  void oneBadRowAndNothingIsWritten() {
    Map<String, Long> before = RowCounts.of(database);

    ResponseEntity<JsonNode> answer = send("admin", "/api/people/imports", HEADING + newcomer + ",小明,王,,survey-specialist\n" + other + ",Li,Lei,nowhere,survey-specialists\n");

    assertThat(answer.getStatusCode().value()).isEqualTo(422);
    assertThat(answer.getBody().path("errors")).hasSize(2);
    assertThat(answer.getBody().path("errors").path(0).path("row").asInt()).isEqualTo(3);
    assertThat(answer.getBody().path("errors").findValuesAsText("column")).containsExactly("E-mail 電郵", "Roles 崗位");
    assertThat(RowCounts.of(database)).isEqualTo(before);
  }

  @Test
  void aTrialSaysWhatWouldHappenAndWritesNothing() {
    Map<String, Long> before = RowCounts.of(database);

    ResponseEntity<JsonNode> answer = send("admin", "/api/people/imports?dryRun=true", HEADING + newcomer + ",小明,王,,survey-specialist\n");

    assertThat(answer.getBody().path("written").asBoolean()).isFalse();
    assertThat(answer.getBody().path("added").path(0).path("userId").asText()).isEqualTo(newcomer);
    assertThat(answer.getBody().path("added").path(0).has("password")).isFalse();
    assertThat(RowCounts.of(database)).isEqualTo(before);
  }

  @Test
  void nobodyElseImportsPeople() {
    assertThat(send("general-manager", "/api/people/imports", HEADING + newcomer + ",小明,王,,general-manager\n").getStatusCode().value()).isEqualTo(403);
    assertThat(identities.createUserQuery().userId(newcomer).count()).isZero();
  }

  private JsonNode imported(String file) {
    ResponseEntity<JsonNode> answer = send("admin", "/api/people/imports", file);
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
    return answer.getBody();
  }

  private ResponseEntity<JsonNode> send(String person, String path, String file) {
    return http.withBasicAuth(person, password).exchange(RequestEntity.post(URI.create(path)).contentType(MediaType.APPLICATION_OCTET_STREAM)
        .body(file.getBytes(StandardCharsets.UTF_8)), JsonNode.class);
  }

  private List<String> groups(String userId) {
    return identities.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
  }
}
