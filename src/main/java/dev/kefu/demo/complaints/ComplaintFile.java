package dev.kefu.demo.complaints;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.demo.KefuClient;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** The numbers of all cases by their reference, the customer's name. */
  Map<String, String> caseNumbers() {
    Map<String, String> numbers = stream(kefu.get(READER, HISTORY + "process-instance", Map.of("processDefinitionKey", "complaint-handling", "maxResults", MOST)))
        .collect(Collectors.toMap(instance -> instance.get("id").asText(), instance -> instance.get("businessKey").asText()));
    return stream(kefu.get(READER, HISTORY + "variable-instance", Map.of("processDefinitionKey", "complaint-handling", "variableName", "customerName", "maxResults", MOST)))
        .collect(Collectors.toMap(variable -> variable.get("value").asText(), variable -> numbers.get(variable.get("processInstanceId").asText())));
  }

  /** What a case has come to. */
  ComplaintCase read(String caseNumber) {
    JsonNode instance = kefu.get(READER, HISTORY + "process-instance", Map.of("processDefinitionKey", "complaint-handling", "processInstanceBusinessKey", caseNumber, "maxResults", MOST)).get(0);
    List<String> path = stream(kefu.get(READER, HISTORY + "activity-instance", Map.of("processInstanceId", instance.get("id").asText(), "maxResults", MOST)))
        .map(activity -> activity.get("activityId").asText()).toList();
    Map<String, JsonNode> variables = variables(instance.get("id").asText());
    return new ComplaintCase(caseNumber, "ACTIVE".equals(instance.get("state").asText()), field(variables, "reception", "channel"), field(variables, "registration", "kind"),
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
