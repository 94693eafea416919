package dev.kefu.demo.complaints;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.demo.KefuClient;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lombok.RequiredArgsConstructor;

/** Reads running and finished complaints, with the eyes of the department's manager. */
@RequiredArgsConstructor
class ComplaintFile {

  private static final String READER = "customer-service-manager";
  private static final String HISTORY = "/engine-rest/history/";
  private static final String END = "endEvent_";
  private static final String MOST = "2000";

  private final KefuClient kefu;

  /** What earlier runs have left. */
  Known known() {
    Map<String, String> references = new HashMap<>();
    // A step may hand the customer's name over: the same name once more.
    stream(kefu.get(READER, HISTORY + "variable-instance", Map.of("processDefinitionKey", "complaint-handling", "variableName", "customerName", "maxResults", MOST)))
        .forEach(name -> references.put(name.get("processInstanceId").asText(), name.get("value").asText()));
    Map<String, String> caseNumbers = new HashMap<>();
    List<String> emptyStarts = new ArrayList<>();
    stream(kefu.get(READER, HISTORY + "process-instance", Map.of("processDefinitionKey", "complaint-handling", "maxResults", MOST))).forEach(instance -> {
      String reference = references.get(instance.get("id").asText());
      if (reference != null) {
        caseNumbers.put(reference, instance.get("businessKey").asText());
      } else if (isActive(instance)) {
        emptyStarts.add(instance.get("businessKey").asText());
      }
    });
    return new Known(caseNumbers, emptyStarts.stream().sorted().toList());
  }

  private static boolean isActive(JsonNode instance) {
    return "ACTIVE".equals(instance.get("state").asText());
  }

  /** What a case has come to. */
  ComplaintCase read(String caseNumber) {
    JsonNode instance = kefu.get(READER, HISTORY + "process-instance", Map.of("processDefinitionKey", "complaint-handling", "processInstanceBusinessKey", caseNumber, "maxResults", MOST)).get(0);
    List<String> path = stream(kefu.get(READER, HISTORY + "activity-instance", Map.of("processInstanceId", instance.get("id").asText(), "maxResults", MOST)))
        .map(activity -> activity.get("activityId").asText()).toList();
    Map<String, JsonNode> variables = variables(instance.get("id").asText());
    return new ComplaintCase(caseNumber, isActive(instance), field(variables, "reception", "channel"), field(variables, "registration", "kind"),
        variables.containsKey("severity") ? variables.get("severity").asText() : "none", isLate(caseNumber), path.contains("event_dissatisfied"),
        path.stream().filter(activity -> activity.startsWith(END)).map(activity -> activity.substring(END.length())).findFirst().orElse(RealComplaint.OPEN));
  }

  private Map<String, JsonNode> variables(String instance) {
    Map<String, JsonNode> variables = new HashMap<>();
    stream(kefu.get(READER, HISTORY + "variable-instance", Map.of("processInstanceId", instance, "deserializeValues", "false", "maxResults", MOST)))
        .forEach(variable -> variables.put(variable.get("name").asText(), variable.get("value")));
    return variables;
  }

  private String field(Map<String, JsonNode> variables, String root, String field) {
    return variables.containsKey(root) ? kefu.read(variables.get(root)).path(field).asText() : "none";
  }

  /** Whether the first answer had to be escalated. */
  private boolean isLate(String caseNumber) {
    return stream(kefu.get(READER, "/api/cases/" + caseNumber + "/deadlines", Map.of())).filter(clock -> "respond".equals(clock.get("step").asText()))
        .findFirst().map(clock -> clock.hasNonNull("escalated")).orElse(false);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /**
   * What earlier runs have left.
   *
   * @param caseNumbers of all complaints, by their reference, the customer's name
   * @param emptyStarts cases in whose first step nothing was written
   */
  record Known(Map<String, String> caseNumbers, List<String> emptyStarts) {
  }

  /**
   * What a case came to.
   *
   * @param caseNumber business key
   * @param running whether it waits for somebody
   * @param channel code; so is kind
   * @param severity as the table graded it, or {@code none}
   * @param late whether the time for the first answer had passed before it was given
   * @param dissatisfied whether the customer was dissatisfied at the first call-back
   * @param end outcome, or {@code open}
   */
  record ComplaintCase(String caseNumber, boolean running, String channel, String kind, String severity, boolean late, boolean dissatisfied, String end) {

    boolean isAsExpected(RealComplaint complaint) {
      return channel.equals(complaint.channel()) && kind.equals(complaint.kind()) && severity.equals(complaint.severity()) && late == complaint.late()
          && dissatisfied == complaint.disputed() && end.equals(complaint.end());
    }
  }
}
