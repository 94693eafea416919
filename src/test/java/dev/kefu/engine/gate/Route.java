package dev.kefu.engine.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.kefu.engine.form.FormDefinition;
import dev.kefu.engine.form.FormViolations.Violation;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.spin.plugin.variable.SpinValues;

/** A way by which a person hands in a form, and what the person reads when it is refused. */
class Route {

  /** Half a character survives the way only as an escape. */
  private static final ObjectMapper JSON = JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private final String name;
  private final boolean overHttp;
  private final Predicate<Violation> takes;
  private final Function<Map<String, Object>, String> refusal;

  private Route(String name, boolean overHttp, Predicate<Violation> takes, Function<Map<String, Object>, String> refusal) {
    this.name = name;
    this.overHttp = overHttp;
    this.takes = takes;
    this.refusal = refusal;
  }

  /** Every route by which variables reach a task. */
  static List<Route> ofTask(ProcessEngine engine, Caller caller, String taskId) {
    TaskService tasks = engine.getTaskService();
    return List.of(
        java("FormService.submitTaskForm", engine, caller, (service, variables) -> engine.getFormService().submitTaskForm(taskId, variables)),
        java("TaskService.complete", engine, caller, (service, variables) -> tasks.complete(taskId, variables)),
        java("TaskService.completeWithVariablesInReturn", engine, caller,
            (service, variables) -> tasks.completeWithVariablesInReturn(taskId, variables, false)),
        java("TaskService.resolveTask", engine, caller, (service, variables) -> tasks.resolveTask(taskId, variables)),
        http("/engine-rest/task/" + taskId + "/submit-form", caller::withBasic),
        http("/engine-rest/task/" + taskId + "/complete", caller::withBasic),
        http("/engine-rest/task/" + taskId + "/resolve", caller::withBasic),
        http("/camunda/api/engine/engine/default/task/" + taskId + "/submit-form", caller::withSession),
        http("/camunda/api/engine/engine/default/task/" + taskId + "/complete", caller::withSession));
  }

  /** The route of what happens outside the task list; its body is the form's data, so a second variable cannot be sent. */
  static Route ofEvent(Caller caller, FormDefinition form, String caseNumber, String message) {
    String root = form.roots().iterator().next();
    String path = "/api/cases/" + caseNumber + "/events/" + message;
    return new Route("POST " + path, true, violation -> violation.submission().keySet().equals(form.roots()),
        submission -> text(path, submission, caller.withBasic(path, json(submission.get(root)))));
  }

  /** What is tried in a turn: each time another command in Java, and another address. */
  static List<Route> turn(List<Route> routes, int turn) {
    return Stream.of(true, false).map(http -> routes.stream().filter(route -> route.overHttp == http).toList()).filter(some -> !some.isEmpty())
        .map(some -> some.get(turn % some.size())).toList();
  }

  boolean takes(Violation violation) {
    return takes.test(violation);
  }

  /** Hands the submission in; fails where it is not refused as bad input. */
  String refusalOf(Map<String, Object> submission) {
    return refusal.apply(submission);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Route java(String name, ProcessEngine engine, Caller caller, BiConsumer<ProcessEngine, Map<String, Object>> call) {
    return new Route(name, false, violation -> true, submission -> {
      StringBuilder message = new StringBuilder();
      caller.inJava(engine.getIdentityService(), () -> {
        FormFieldValidationException refused = catchThrowableOfType(FormFieldValidationException.class, () -> call.accept(engine, spin(submission)));
        assertThat(refused).as("refusal by %s of %s", name, submission).isNotNull();
        message.append(refused.getMessage());
      });
      return message.toString();
    });
  }

  private static Route http(String path, HttpCall call) {
    return new Route("POST " + path, true, violation -> true, submission -> text(path, submission, call.post(path, body(submission))));
  }

  private static String text(String path, Map<String, Object> submission, HttpResponse<String> response) {
    assertThat(response.statusCode()).as("answer of %s to %s: %s", path, submission, response.body()).isEqualTo(400);
    try {
      return String.join(" ", JSON.readTree(response.body()).findValuesAsText("message"))
          + String.join(" ", JSON.readTree(response.body()).findValuesAsText("detail")) + response.body();
    } catch (JsonProcessingException noJson) {
      throw new AssertionError("No JSON: " + response.body(), noJson);
    }
  }

  /** As Tasklist sends it: objects as one Json variable each, anything else as it is. */
  private static String body(Map<String, Object> submission) {
    Map<String, Object> variables = new LinkedHashMap<>();
    submission.forEach((name, value) -> variables.put(name,
        value instanceof Map ? Map.of("type", "Json", "value", json(value)) : value == null ? Map.of() : Map.of("value", value)));
    return json(Map.of("variables", variables));
  }

  private static Map<String, Object> spin(Map<String, Object> submission) {
    Map<String, Object> variables = new LinkedHashMap<>();
    submission.forEach((name, value) -> variables.put(name, value instanceof Map ? SpinValues.jsonValue(json(value)).create() : value));
    return variables;
  }

  private static String json(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private interface HttpCall {
    HttpResponse<String> post(String path, String json);
  }
}
