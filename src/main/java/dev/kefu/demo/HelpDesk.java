package dev.kefu.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.demo.HelpCaseFile.HelpCase;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;

/** The demo users at work on one case: whoever finds a task of it in the own list does it, until nobody does. */
@RequiredArgsConstructor
class HelpDesk {

  private static final String TASKS = "/engine-rest/task";
  private static final List<String> COLLEAGUES = List.of("relationship-specialist", "technical-support-manager", "relationship-supervisor",
      "customer-service-manager");
  private static final Set<String> FIRST_STEPS = Set.of("userTask_record", "userTask_chooseCustomer", "userTask_registerCustomer");

  private final KefuClient kefu;
  private final Clock clock;

  /** Starts a case as the one whom the request reached, and returns its number as the first form shows it. */
  HelpCase start(HelpRequest request) {
    String starter = "phone".equals(request.channel()) ? "call-center-agent" : "relationship-specialist";
    String instance = kefu.post(starter, "/engine-rest/process-definition/key/customer-help/submit-form", Map.of("variables", Map.of())).get("id").asText();
    JsonNode first = kefu.get(starter, TASKS, Map.of("processInstanceId", instance, "maxResults", "1")).get(0);
    return new HelpCase(caseNumber(starter, first.get("id").asText()), starter, true, "none", "open");
  }

  /** Does every step to the case's end; returns what was done by whom. */
  List<String> work(HelpRequest request, HelpCase helpCase) {
    List<String> steps = new ArrayList<>();
    for (Optional<Task> task = next(helpCase); task.isPresent(); task = next(helpCase)) {
      if ("withdrawn".equals(request.end()) && !FIRST_STEPS.contains(task.get().step())) {
        withdraw(request, helpCase);
        steps.add("withdraw (" + helpCase.starter() + ")");
      } else {
        carryOut(task.get(), HelpForm.of(task.get().step(), request, helpCase.caseNumber(), OffsetDateTime.now(clock)));
        steps.add(task.get().step().replace("userTask_", "") + " (" + task.get().performer() + ")");
      }
    }
    return steps;
  }

  private Optional<Task> next(HelpCase helpCase) {
    return Stream.concat(Stream.of(helpCase.starter()), COLLEAGUES.stream()).distinct()
        .flatMap(person -> find(person, helpCase.caseNumber()).stream()).findFirst();
  }

  private Optional<Task> find(String person, String caseNumber) {
    JsonNode found = kefu.post(person, TASKS + "?maxResults=1", Map.of("processInstanceBusinessKey", caseNumber,
        "orQueries", List.of(Map.of("assignee", person, "candidateUser", person))));
    return found.isEmpty() ? Optional.empty()
        : Optional.of(new Task(found.get(0).get("id").asText(), found.get(0).get("taskDefinitionKey").asText(), person, found.get(0).path("assignee").isNull()));
  }

  private void carryOut(Task task, HelpForm form) {
    String path = TASKS + "/" + task.id();
    if (task.unclaimed()) {
      kefu.post(task.performer(), path + "/claim", Map.of("userId", task.performer()));
    }
    kefu.get(task.performer(), path + "/form-variables", Map.of("deserializeValues", "false"));
    kefu.submitForm(task.performer(), path + "/submit-form", form.root(), form.data());
  }

  private void withdraw(HelpRequest request, HelpCase helpCase) {
    HelpForm form = HelpForm.withdrawal(request);
    kefu.post(helpCase.starter(), "/api/cases/" + helpCase.caseNumber() + "/events/withdraw", form.data());
  }

  private String caseNumber(String person, String taskId) {
    JsonNode variables = kefu.get(person, TASKS + "/" + taskId + "/form-variables", Map.of("deserializeValues", "false"));
    return kefu.read(variables.at("/shown/value")).get("caseNumber").asText();
  }

  private record Task(String id, String step, String performer, boolean unclaimed) {
  }
}
