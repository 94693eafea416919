package dev.kefu.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;

/** Cases of a small process whose first form requires a receipt and whose second step is the finance clerks', and what people send over HTTP. */
@RequiredArgsConstructor
public final class AttachmentTrial {

  public static final String STARTER = "survey-specialist";
  public static final String CLERK = "finance-clerk";
  public static final byte[] PDF = "%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);
  private static final String PROCESS = "document-trial";
  private static final String BOUNDARY = "kefu-boundary";

  private final ProcessEngine engine;
  private final int port;
  private final String password;
  private final HttpClient http = HttpClient.newHttpClient();

  /** Deploys the process once. */
  public void deploy() {
    engine.getRepositoryService().createDeployment().name(PROCESS).enableDuplicateFiltering(false)
        .addClasspathResource("document/document-trial.bpmn").addClasspathResource("document/document-trial-claim.form").deploy();
  }

  /** The first task of a new case, in the hands of {@link #STARTER}. */
  public Task claim() {
    return taskOf(engine.getRuntimeService().startProcessInstanceByKey(PROCESS, Map.of("starter", STARTER)).getId());
  }

  /** The second task of a new case, which finance clerks may claim. */
  public Task check() {
    Task claim = claim();
    engine.getTaskService().complete(claim.getId());
    return taskOf(claim.getProcessInstanceId());
  }

  public Task taskOf(String processInstanceId) {
    return engine.getTaskService().createTaskQuery().processInstanceId(processInstanceId).singleResult();
  }

  public String caseNumber(Task task) {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
  }

  /** Sends one file to the task's case. */
  public HttpResponse<String> upload(String user, Task task, String name, byte[] content) {
    return send(user, "/api/cases/" + caseNumber(task) + "/attachments", part("file", name, content));
  }

  public HttpResponse<String> upload(String user, Task task, String name, byte[] content, String kind) {
    return send(user, "/api/cases/" + caseNumber(task) + "/attachments", part("file", name, content), part("kind", null, kind.getBytes(StandardCharsets.UTF_8)));
  }

  /** A part of a form; without a name it is a plain value. */
  public static byte[] part(String field, String name, byte[] content) {
    ByteArrayOutputStream part = new ByteArrayOutputStream();
    part.writeBytes(("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field + "\""
        + (name == null ? "" : "; filename=\"" + name + "\"\r\nContent-Type: application/pdf") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    part.writeBytes(content);
    part.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    return part.toByteArray();
  }

  public HttpResponse<String> send(String user, String path, byte[]... parts) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      body.writeBytes(part);
    }
    body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return exchange(request(user, path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofByteArray(body.toByteArray())), BodyHandlers.ofString());
  }

  /** Begins an upload of the size that its header names and says no more; the caller closes the connection. */
  public String halfAnUpload(String user, Task task, int size) {
    String path = "/api/cases/" + caseNumber(task) + "/attachments";
    return "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + basic(user) + "\r\nContent-Type: multipart/form-data; boundary=" + BOUNDARY
        + "\r\nContent-Length: " + size + "\r\n\r\n--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"half.pdf\"\r\n\r\n%PDF-1.7\n";
  }

  public JsonNode list(String user, Task task) {
    return json(get(user, "/api/cases/" + caseNumber(task) + "/attachments"));
  }

  public HttpResponse<String> get(String user, String path) {
    return exchange(request(user, path).GET(), BodyHandlers.ofString());
  }

  public HttpResponse<byte[]> bytes(String user, String path) {
    return exchange(request(user, path).GET(), BodyHandlers.ofByteArray());
  }

  public HttpResponse<String> delete(String user, String path) {
    return exchange(request(user, path).DELETE(), BodyHandlers.ofString());
  }

  public HttpResponse<String> postJson(String user, String path, String json) {
    return exchange(request(user, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)), BodyHandlers.ofString());
  }

  public static JsonNode json(HttpResponse<String> response) {
    try {
      return new ObjectMapper().readTree(response.body());
    } catch (IOException noJson) {
      throw new AssertionError("No JSON: " + response.body(), noJson);
    }
  }

  private HttpRequest.Builder request(String user, String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).header("Authorization", basic(user));
  }

  private String basic(String user) {
    return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
  }

  private <T> HttpResponse<T> exchange(HttpRequest.Builder request, HttpResponse.BodyHandler<T> body) {
    try {
      return http.send(request.build(), body);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
