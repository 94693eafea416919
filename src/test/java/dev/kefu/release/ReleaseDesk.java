package dev.kefu.release;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What process owners do over HTTP. */
@RequiredArgsConstructor
public class ReleaseDesk {

  public static final String OWNER = "process-owner";
  public static final String SECOND = "process-owner-2";

  private final TestRestTemplate http;
  private final String password;

  /** Proposes files: name to content. */
  public ResponseEntity<JsonNode> propose(String person, Map<String, String> files, boolean moveCases) {
    MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    files.forEach((name, content) -> form.add("files", new ByteArrayResource(content.getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return name;
      }
    }));
    form.add("reason", "Wanted by the department 部門要求");
    form.add("moveCases", String.valueOf(moveCases));
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(MediaType.MULTIPART_FORM_DATA);
    return as(person).postForEntity("/api/releases", new HttpEntity<>(form, headers), JsonNode.class);
  }

  /** Proposed by one, approved by the other; the release as it stands then. */
  public JsonNode release(Map<String, String> files, boolean moveCases) {
    ResponseEntity<JsonNode> proposed = propose(OWNER, files, moveCases);
    assertThat(proposed.getStatusCode().value()).as(String.valueOf(proposed.getBody())).isEqualTo(201);
    ResponseEntity<JsonNode> approved = act(SECOND, proposed.getBody().path("id").asLong(), "approval");
    assertThat(approved.getStatusCode().value()).as(String.valueOf(approved.getBody())).isEqualTo(200);
    return approved.getBody();
  }

  /** The answer, after running cases have followed. */
  public ResponseEntity<JsonNode> act(String person, long id, String action) {
    ResponseEntity<JsonNode> answer = as(person).postForEntity("/api/releases/" + id + "/" + action, Map.of("note", "Seen 已閱"), JsonNode.class);
    return answer.getStatusCode().is2xxSuccessful() ? await().atMost(Duration.ofMinutes(1)).until(() -> get(person, "/" + id), now -> !now.getBody().path("following").asBoolean()) : answer;
  }

  public ResponseEntity<JsonNode> get(String person, String path) {
    return as(person).getForEntity("/api/releases" + path, JsonNode.class);
  }

  public ResponseEntity<byte[]> bytes(String person, String path) {
    return as(person).getForEntity("/api/releases" + path, byte[].class);
  }

  /** The running system as it was: what waits is withdrawn, what is in effect is taken back, the newest first. */
  public void tidy() {
    List<JsonNode> all = new ArrayList<>();
    get(OWNER, "").getBody().path("proposals").forEach(all::add);
    all.forEach(one -> {
      long id = one.path("id").asLong();
      switch (one.path("state").asText()) {
        case "PROPOSED" -> List.of(OWNER, SECOND).forEach(person -> act(person, id, "withdrawal"));
        case "RELEASED" -> assertThat(act(OWNER, id, "return").getStatusCode().value()).isEqualTo(200);
        default -> { }
      }
    });
  }

  private TestRestTemplate as(String person) {
    return http.withBasicAuth(person, password);
  }
}
