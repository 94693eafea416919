package dev.kefu;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A browser without a screen: cookies, CSRF token, the web applications' login. */
public final class WebappSession {

  private static final String AUTH = "/camunda/api/admin/auth/user/default";

  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String base;
  private String accept = "application/json";

  public WebappSession(int port) {
    base = "http://localhost:" + port;
    page("/camunda/app/welcome/default/");
  }

  /** A session of a person. The login replaces the session, and with it the token: the next page brings the new one. */
  public static WebappSession of(int port, String userId, String password) {
    WebappSession session = new WebappSession(port);
    HttpResponse<String> answer = session.login(userId, password);
    if (answer.statusCode() != 200) {
      throw new IllegalStateException("Login refused: " + userId + " " + answer.body());
    }
    session.page("/camunda/app/welcome/default/");
    return session;
  }

  /** Asks from now on for answers of another kind than plain JSON. */
  public WebappSession accepting(String types) {
    accept = types;
    return this;
  }

  public HttpResponse<String> login(String userId, String password) {
    String form = "username=" + encode(userId) + "&password=" + encode(password);
    return post(AUTH + "/login/welcome", form, "application/x-www-form-urlencoded", token());
  }

  public HttpResponse<String> logout() {
    return post(AUTH + "/logout", "", "application/json", token());
  }

  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder().GET(), path, accept);
  }

  public HttpResponse<String> page(String path) {
    return send(HttpRequest.newBuilder().GET(), path, "text/html,*/*");
  }

  public HttpResponse<String> post(String path, String body, String type, String token) {
    return send(HttpRequest.newBuilder().POST(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", type)
      .header("X-XSRF-TOKEN", token), path, accept);
  }

  public HttpResponse<String> put(String path, String body) {
    return send(HttpRequest.newBuilder().PUT(HttpRequest.BodyPublishers.ofString(body)).header("Content-Type", "application/json")
      .header("X-XSRF-TOKEN", token()), path, accept);
  }

  public HttpResponse<String> delete(String path) {
    return send(HttpRequest.newBuilder().DELETE().header("X-XSRF-TOKEN", token()), path, accept);
  }

  public String token() {
    return cookie("XSRF-TOKEN").map(HttpCookie::getValue).orElse("none");
  }

  /** What stands for the session; whoever has it is taken for the person. */
  public String session() {
    return cookie("JSESSIONID").map(HttpCookie::getValue).orElse("none");
  }

  /** Goes on with a session that somebody else has, or had. */
  public WebappSession takeOver(String session, String token) {
    cookie("JSESSIONID").orElseThrow().setValue(session);
    cookie("XSRF-TOKEN").orElseThrow().setValue(token);
    return this;
  }

  private Optional<HttpCookie> cookie(String name) {
    return cookies.getCookieStore().getCookies().stream().filter(cookie -> cookie.getName().equals(name)).findFirst();
  }

  private HttpResponse<String> send(HttpRequest.Builder request, String path, String accept) {
    try {
      return http.send(request.uri(URI.create(base + path)).header("Accept", accept).build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
