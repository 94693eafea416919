package dev.kefu.benchmark;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.WebappSession;
import dev.kefu.benchmark.OrdinaryComplaint.Step;
import dev.kefu.demo.FilledForm;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lombok.RequiredArgsConstructor;

/** Persons in front of Tasklist: each with a session, each call as the page sends it, one after the other. */
@RequiredArgsConstructor
final class TasklistWorker implements Candidate.CaseWorker {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final int port;
  private final String password;
  /** Whether the parts of the page that are Kefu's own are there. */
  private final boolean kefu;
  /** How a form is written into the case: variable name to what REST takes. */
  private final Function<FilledForm, Map<String, Object>> variables;
  /** Tasks that somebody works on: workers share the users, and take any case's next task of a kind. */
  private final Set<String> taken;
  private final Map<String, Desk> desks = new HashMap<>();

  @Override
  public void handle(int number, Latencies latencies) {
    Desk agent = desk(OrdinaryComplaint.AGENT);
    agent.send(TasklistCalls.START, Map.of("definition", agent.definition), "{\"variables\":{}}");
    OrdinaryComplaint.STEPS.forEach(step -> desk(step.person()).work(step, OrdinaryComplaint.form(step.form(), number), latencies));
  }

  private Desk desk(String person) {
    return desks.computeIfAbsent(person, Desk::new);
  }

  private final class Desk {

    private final String person;
    private final WebappSession session;
    private final Map<Boolean, String> filters;
    private final String definition;

    Desk(String person) {
      this.person = person;
      session = WebappSession.of(port, person, password);
      JsonNode known = json(session.get(TasklistCalls.ENGINE + "/filter?resourceType=Task&firstResult=0&maxResults=50"));
      filters = Map.of(true, id(known, "My tasks"), false, id(known, "My group's tasks"));
      definition = json(session.get(TasklistCalls.ENGINE + "/process-definition/key/" + OrdinaryComplaint.PROCESS)).get("id").asText();
      session.accepting(TasklistCalls.ACCEPT);
    }

    void work(Step step, FilledForm form, Latencies latencies) {
      String filter = filters.get(step.own());
      JsonNode task = choose(step, send(TasklistCalls.LIST, Map.of("filter", filter), null));
      Map<String, String> values = Map.of("filter", filter, "task", task.get("id").asText(), "instance", task.get("processInstanceId").asText(), "person", person);
      send(TasklistCalls.OPEN, values, null);
      if (!step.own()) {
        send(TasklistCalls.CLAIM, values, "{\"userId\":\"" + person + "\"}");
      }
      String body = text(Map.of("variables", variables.apply(form)));
      latencies.time(() -> send(TasklistCalls.SUBMIT.subList(0, 1), values, body));
      send(TasklistCalls.SUBMIT.subList(1, TasklistCalls.SUBMIT.size()), values, null);
      taken.remove(values.get("task"));
    }

    private JsonNode choose(Step step, JsonNode list) {
      return stream(list.at("/_embedded/task")).filter(task -> step.isNamed(task.get("name").asText()) && taken.add(task.get("id").asText())).findFirst()
          .orElseThrow(() -> new IllegalStateException(person + " has no task with the form " + step.form() + " among " + stream(list.at("/_embedded/task"))
              .map(task -> task.get("name").asText()).toList()));
    }

    /** Sends the calls one after the other and returns the last list that came, if any. */
    private JsonNode send(List<String> calls, Map<String, String> values, String body) {
      JsonNode list = JSON.missingNode();
      for (String call : calls) {
        String path = call.substring(call.indexOf(' ') + 1);
        if (path.startsWith(TasklistCalls.KEFU) && !kefu || path.contains("{tasks}") && tasks(list).isEmpty()) {
          continue;
        }
        String filled = fill(path.replace("{tasks}", tasks(list)).replace("{time}", Long.toString(System.currentTimeMillis())), values);
        boolean readsList = path.contains("/list?");
        JsonNode answer = json(call.startsWith("GET") ? session.get(filled)
            : session.post(filled, readsList ? TasklistCalls.LIST_BODY : body, "application/json", session.token()));
        list = readsList ? answer : list;
      }
      return list;
    }
  }

  private static String tasks(JsonNode list) {
    return stream(list.at("/_embedded/task")).map(task -> task.get("id").asText()).collect(Collectors.joining(","));
  }

  private static String fill(String path, Map<String, String> values) {
    String filled = path;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }

  private static String id(JsonNode filters, String name) {
    return stream(filters).filter(filter -> filter.get("name").asText().startsWith(name)).findFirst().orElseThrow(() -> new IllegalStateException("There is no filter " + name + " in " + filters)).get("id").asText();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    if (answer.statusCode() >= 300) {
      throw new IllegalStateException(answer.request().method() + " " + answer.uri() + ": " + answer.statusCode() + " " + answer.body());
    }
    try {
      return answer.body().isEmpty() ? JSON.nullNode() : JSON.readTree(answer.body());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("No JSON from " + answer.uri(), e);
    }
  }

  private static String text(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
