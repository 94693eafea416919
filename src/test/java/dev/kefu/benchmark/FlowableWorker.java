package dev.kefu.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.benchmark.OrdinaryComplaint.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** The same work in as many calls of Flowable's REST API as Tasklist sends to Camunda's. */
final class FlowableWorker implements Candidate.CaseWorker {

  static final String API = "/process-api";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BOUNDARY = "a-part-of-a-deployment";
  private static final String PAGE = "&sort=createTime&order=desc&size=15";

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final Set<String> taken;

  FlowableWorker(int port, Set<String> taken) {
    base = "http://localhost:" + port + API;
    this.taken = taken;
  }

  /** Deploys models, each by its file name. */
  static void deploy(int port, Map<String, String> files) {
    FlowableWorker deployer = new FlowableWorker(port, Set.of());
    files.forEach((name, model) -> {
      String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name + "\"\r\nContent-Type: text/xml\r\n\r\n" + model + "\r\n--" + BOUNDARY + "--\r\n";
      deployer.send(HttpRequest.newBuilder(deployer.uri("/repository/deployments")).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY).POST(BodyPublishers.ofString(body)));
    });
  }

  @Override
  public void handle(int number, Latencies latencies) {
    JsonNode definitions = get("/repository/process-definitions?latest=true&key=" + OrdinaryComplaint.PROCESS).get("data");
    post("/runtime/process-instances", Map.of("processDefinitionId", definitions.get(0).get("id").asText(), "variables", List.of(variable("starter", OrdinaryComplaint.AGENT))));
    OrdinaryComplaint.STEPS.forEach(step -> work(step, number, latencies));
  }

  private void work(Step step, int number, Latencies latencies) {
    String list = "/runtime/tasks?" + (step.own() ? "assignee=" + step.person() : "unassigned=true&candidateGroup=" + step.person()) + PAGE;
    JsonNode task = choose(step, get(list).get("data"));
    String path = "/runtime/tasks/" + task.get("id").asText();
    get(path);
    get("/form/form-data?taskId=" + task.get("id").asText());
    get(path + "/variables");
    if (!step.own()) {
      post(path, Map.of("action", "claim", "assignee", step.person()));
      get(path);
      get(list);
    }
    var form = OrdinaryComplaint.form(step.form(), number);
    List<Map<String, Object>> variables = form.data().entrySet().stream().map(field -> variable(PlainModels.name(form.root(), field.getKey()), field.getValue())).toList();
    latencies.time(() -> post(path, Map.of("action", "complete", "variables", variables)));
    get("/runtime/tasks?assignee=" + step.person() + "&processInstanceId=" + task.get("processInstanceId").asText() + PAGE);
    get(list);
    taken.remove(task.get("id").asText());
  }

  private static Map<String, Object> variable(String name, Object value) {
    return value instanceof List<?> ? Map.of("name", name, "type", "json", "value", value) : Map.of("name", name, "value", value);
  }

  private JsonNode choose(Step step, JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).filter(task -> step.isNamed(task.get("name").asText()) && taken.add(task.get("id").asText())).findFirst()
        .orElseThrow(() -> new IllegalStateException(step.person() + " has no task for the form " + step.form() + " among " + StreamSupport.stream(list.spliterator(), false)
            .map(task -> task.get("name").asText()).collect(Collectors.joining(", "))));
  }

  private JsonNode get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  private void post(String path, Object body) {
    try {
      send(HttpRequest.newBuilder(uri(path)).header("Content-Type", "application/json").POST(BodyPublishers.ofString(JSON.writeValueAsString(body))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private URI uri(String path) {
    return URI.create(base + path);
  }

  private JsonNode send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body());
      }
      return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
