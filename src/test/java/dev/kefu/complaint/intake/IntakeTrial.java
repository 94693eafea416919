package dev.kefu.complaint.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A small process that starts by message, and a program of a channel that sends to it. */
@RequiredArgsConstructor
public final class IntakeTrial {

  public static final String PROCESS = "intake-trial";
  static final String ADMINISTRATOR = "admin";
  static final String PATH = "/api/complaints";

  private final ProcessEngine engine;
  private final TestRestTemplate http;
  private final String password;

  public IntakeTrial deploy() {
    engine.getRepositoryService().createDeployment().name("intake trial").addClasspathResource("intake/intake-trial.bpmn")
        .addClasspathResource("intake/intake-trial-receive.form").deploy();
    return this;
  }

  public void remove() {
    engine.getRepositoryService().createDeploymentQuery().deploymentName("intake trial").list()
        .forEach(deployment -> engine.getRepositoryService().deleteDeployment(deployment.getId(), true));
  }

  /** A new token of a channel that has a name of its own for every test. */
  ResponseEntity<JsonNode> makeToken(String channel, String formChannel) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("channel", channel);
    wanted.put("formChannel", formChannel);
    return as(ADMINISTRATOR, HttpMethod.POST, PATH + "/tokens", wanted);
  }

  static String newChannel() {
    return "trial-" + UUID.randomUUID().toString().substring(0, 8);
  }

  ResponseEntity<JsonNode> as(String user, HttpMethod method, String path, Object body) {
    return http.withBasicAuth(user, password).exchange(path, method, new HttpEntity<>(body), JsonNode.class);
  }

  ResponseEntity<JsonNode> send(String token, Object body) {
    return send(token, MediaType.APPLICATION_JSON, body);
  }

  ResponseEntity<JsonNode> send(String token, MediaType type, Object body) {
    HttpHeaders headers = new HttpHeaders();
    headers.setContentType(type);
    if (token != null) {
      headers.setBearerAuth(token);
    }
    return http.exchange(PATH, HttpMethod.POST, new HttpEntity<>(body, headers), JsonNode.class);
  }

  /** A whole request. */
  static Map<String, Object> request(String reference, Map<String, Object> complaint) {
    return Map.of("reference", reference, "complaint", complaint);
  }

  /** A right complaint; its field {@code channel} is left to the channel. */
  public static Map<String, Object> complaint() {
    Map<String, Object> complaint = new LinkedHashMap<>();
    complaint.put("receivedAt", "2026-11-23T09:30+08:00");
    complaint.put("customer", "Blue Lake Foods 藍湖食品");
    complaint.put("phone", "+86 21 5555 0100");
    complaint.put("content", "The machine stops every morning. 機器每天早上停機。");
    complaint.put("demands", List.of("apology", "compensation"));
    complaint.put("claimedAmount", "1200.50");
    return complaint;
  }
}
