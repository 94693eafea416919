package dev.kefu.demo.help;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.demo.KefuClient;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import lombok.RequiredArgsConstructor;

/** Reads running and finished help cases, with the eyes of the supervisor. */
@RequiredArgsConstructor
class HelpCaseFile {

  private static final String READER = "relationship-supervisor";
  private static final Map<String, String> ROUTES = Map.of("userTask_answer", "answer", "userTask_adviseTraining", "training",
      "callActivity_technicalSupport", "technicalSupport", "userTask_requestCooperation", "cooperation", "callActivity_keyAccountRequest", "keyAccount");
  private static final String END = "endEvent_";

  private final KefuClient kefu;

  /** The case of this complaint, running or finished; its customer's name is the reference. */
  Optional<HelpCase> find(HelpRequest request) {
    return cases("variables", "customerName_eq_" + request.customer());
  }

  HelpCase read(String caseNumber) {
    return cases("processInstanceBusinessKey", caseNumber).orElseThrow(() -> new IllegalStateException("There is no case " + caseNumber));
  }

  private Optional<HelpCase> cases(String criterion, String value) {
    JsonNode found = kefu.get(READER, "/engine-rest/history/process-instance", Map.of("processDefinitionKey", "customer-help", criterion, value, "maxResults", "1"));
    return found.isEmpty() ? Optional.empty() : Optional.of(helpCase(found.get(0)));
  }

  private HelpCase helpCase(JsonNode instance) {
    List<String> path = stream(kefu.get(READER, "/engine-rest/history/activity-instance",
        Map.of("processInstanceId", instance.get("id").asText(), "sortBy", "startTime", "sortOrder", "asc", "maxResults", "1000")))
        .map(activity -> activity.get("activityId").asText()).toList();
    String route = path.stream().filter(ROUTES::containsKey).map(ROUTES::get).findFirst().orElse("none");
    String end = path.stream().filter(activity -> activity.startsWith(END)).map(activity -> activity.substring(END.length())).reduce((a, b) -> b).orElse("open");
    return new HelpCase(instance.get("businessKey").asText(), instance.get("startUserId").asText(), "ACTIVE".equals(instance.get("state").asText()), route, end);
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }

  /**
   * What a case came to.
   *
   * @param caseNumber business key
   * @param starter who recorded it
   * @param running whether it waits for somebody
   * @param route the first way that was taken, or {@code none}
   * @param end outcome, or {@code open}
   */
  record HelpCase(String caseNumber, String starter, boolean running, String route, String end) {
  }
}
