package dev.kefu.engine.gate;

import dev.kefu.WebappSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;

/** A demo user who calls Kefu in every way there is; the user's only group is the role of the same name. */
class Caller {

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String userId;
  private final String basic;
  private final WebappSession session;

  Caller(int port, String userId, String password) {
    base = "http://localhost:" + port;
    this.userId = userId;
    basic = "Basic " + Base64.getEncoder().encodeToString((userId + ":" + password).getBytes(StandardCharsets.UTF_8));
    session = WebappSession.of(port, userId, password);
  }

  HttpResponse<String> withBasic(String path, String json) {
    try {
      return http.send(HttpRequest.newBuilder(URI.create(base + path)).header("Authorization", basic).header("Content-Type", "application/json")
          .POST(HttpRequest.BodyPublishers.ofString(json)).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> withSession(String path, String json) {
    return session.post(path, json, "application/json", session.token());
  }

  void inJava(IdentityService identityService, Runnable work) {
    identityService.setAuthentication(userId, List.of(userId));
    try {
      work.run();
    } finally {
      identityService.clearAuthentication();
    }
  }
}
