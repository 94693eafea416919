package dev.kefu.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** Speaks to Kefu from outside, each time as one of the demo users; what Kefu does not do is a {@link Refused} with its words. */
@RequiredArgsConstructor
public class KefuClient {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "a-part-of-what-a-demo-user-sends";

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final URI base;
  private final String password;

  public JsonNode get(String user, String path, Map<String, String> parameters) {
    return send(user, request(user, path + "?" + query(parameters)).GET());
  }

  public JsonNode post(String user, String path, Object body) {
    return send(user, request(user, path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json(body))));
  }

  /** Sends a form as Tasklist does: one JSON variable named after the form's root. */
  public JsonNode submitForm(String user, String path, String root, Map<String, Object> data) {
    return post(user, path, Map.of("variables", Map.of(root, Map.of("type", "Json", "value", json(data)))));
  }

  /** Attaches a text file to a case, as what a form requires. */
  public JsonNode attach(String user, String caseNumber, String kind, String fileName, String text) {
    String body = part("form-data; name=\"kind\"", kind) + part("form-data; name=\"file\"; filename=\"" + fileName + "\"", text) + "--" + BOUNDARY + "--\r\n";
    return send(user, request(user, "/api/cases/" + caseNumber + "/attachments").header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
        .POST(BodyPublishers.ofString(body)));
  }

  /** The value of a JSON variable, which REST hands over as a text. */
  public JsonNode read(JsonNode value) {
    try {
      return value.isTextual() ? JSON.readTree(value.asText()) : value;
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Kefu answered something that is no JSON: " + value, e);
    }
  }

  private HttpRequest.Builder request(String user, String path) {
    String credentials = Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    return HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofMinutes(1)).header("Authorization", "Basic " + credentials);
  }

  private JsonNode send(String user, HttpRequest.Builder request) {
    HttpRequest sent = request.build();
    try {
      HttpResponse<String> answer = http.send(sent, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new Refused(answer.statusCode(), sent.method() + " " + sent.uri().getPath() + " as " + user + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException("Kefu does not answer at " + base, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for Kefu", e);
    }
  }

  private static String part(String disposition, String content) {
    return "--" + BOUNDARY + "\r\nContent-Disposition: " + disposition + "\r\n\r\n" + content + "\r\n";
  }

  private static String query(Map<String, String> parameters) {
    return parameters.entrySet().stream().map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Not a JSON value: " + value, e);
    }
  }

  /** Kefu answered, but did not do what was asked. */
  public static class Refused extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    private final int status;

    public Refused(int status, String message) {
      super(message);
      this.status = status;
    }

    /** The answer's status: from 500 on nobody knows what was done. */
    public int status() {
      return status;
    }
  }
}
