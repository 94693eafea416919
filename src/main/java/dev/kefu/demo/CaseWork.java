package dev.kefu.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lombok.RequiredArgsConstructor;

/** The demo users at work, through the same doors as Tasklist: each task is done by somebody who really may. */
@RequiredArgsConstructor
public class CaseWork {

  private static final String TASKS = "/engine-rest/task";
  /** Sees every open task. */
  private static final String READER = "customer-service-manager";
  private static final String TYPE = "userTask_";

  private final KefuClient kefu;

  /** Starts a case in a person's name and returns its number. Its first step is empty. */
  public String start(String starter, String process) {
    return kefu.post(starter, "/engine-rest/process-definition/key/" + process + "/submit-form", Map.of("variables", Map.of())).get("businessKey").asText();
  }

  /** What of a case waits for somebody, in the order of their forms' names. */
  public List<OpenTask> open(String caseNumber) {
    return stream(kefu.post(READER, TASKS + "?maxResults=1000", Map.of("processInstanceBusinessKey", caseNumber))).map(CaseWork::task)
        .sorted(Comparator.comparing(OpenTask::form)).toList();
  }

  /** Who does a task: whose it is, else the demo user of a group that may take it; empty when it is nobody's. */
  public Optional<Performer> performer(OpenTask task) {
    List<JsonNode> links = stream(kefu.get(READER, TASKS + "/" + task.id() + "/identity-links", Map.of())).toList();
    Optional<Performer> assignee = links.stream().filter(link -> "assignee".equals(link.get("type").asText())).map(link -> new Performer(link.get("userId").asText(), false)).findFirst();
    return assignee.or(() -> links.stream().map(link -> link.path("groupId").asText("")).filter(group -> !group.isEmpty()).sorted().map(group -> new Performer(group, true)).findFirst());
  }

  /** Claims a task that is nobody's yet. */
  public void claim(OpenTask task, Performer performer) {
    if (performer.mustClaim()) {
      kefu.post(performer.person(), TASKS + "/" + task.id() + "/claim", Map.of("userId", performer.person()));
    }
  }

  /** Attaches what a form requires to the case, unless it is there. */
  public void attach(String caseNumber, Performer performer, String kind, String fileName, String text) {
    JsonNode there = kefu.get(performer.person(), "/api/cases/" + caseNumber + "/attachments", Map.of()).get("attachments");
    if (stream(there).noneMatch(attachment -> kind.equals(attachment.path("kind").asText()))) {
      kefu.attach(performer.person(), caseNumber, kind, fileName, text);
    }
  }

  public void submit(OpenTask task, Performer performer, FilledForm form) {
    kefu.submitForm(performer.person(), TASKS + "/" + task.id() + "/submit-form", form.root(), form.data());
  }

  private static OpenTask task(JsonNode task) {
    return new OpenTask(task.get("id").asText(), task.get("taskDefinitionKey").asText().replaceFirst("^" + TYPE, ""), task.at("/camundaFormRef/key").asText());
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /**
   * A task that waits.
   *
   * @param step the user task's id without its type
   * @param form id of its form
   */
  public record OpenTask(String id, String step, String form) {
  }

  /**
   * Who does a task.
   *
   * @param mustClaim whether it is the group's until now
   */
  public record Performer(String person, boolean mustClaim) {
  }
}
