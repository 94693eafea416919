package dev.kefu.organisation.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.KefuIT;
import dev.kefu.WebappSession;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import dev.kefu.organisation.provisioning.Provisioner;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Definitions;
import org.camunda.bpm.model.dmn.instance.Output;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** Compares what each role may do with {@code rights.csv}, on a process of this test's own to which the roles have the rights of customer-help. */
@KefuIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RightsIT {

  private static final String PROCESS = "rights-it";
  private static final String STARTER = "relationship-specialist-2";
  private static final ObjectMapper JSON = new ObjectMapper();

  @Autowired
  private TestRestTemplate http;
  @Autowired
  private RolesFile real;
  @Autowired
  private Provisioner provisioner;
  @Autowired
  private RepositoryService repository;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;
  @Autowired
  private FilterService filters;
  @Autowired
  private IdentityService identities;
  @LocalServerPort
  private int port;
  @Value("${kefu.demo.password}")
  private String password;

  @BeforeAll
  void giveTheRolesTheRightsOfCustomerHelpOnOurProcess() {
    provisioner.provision(new RolesFile(real.sections(), real.roles().stream().map(RightsIT::withOurProcess).toList(), real.technicalGroups(),
      real.aliases()));
    repository.createDeployment().name(PROCESS)
      .addModelInstance(PROCESS + ".bpmn", Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLiveString("P1D").startEvent()
        .userTask("own").camundaAssignee(STARTER)
        .userTask("open").camundaCandidateGroups("relationship-specialist,call-center-agent").endEvent().done())
      .addModelInstance(PROCESS + ".dmn", decision()).deploy();
  }

  @AfterAll
  void takeAwayWhatWasAdded() {
    repository.createDeploymentQuery().deploymentName(PROCESS).list().forEach(found -> repository.deleteDeployment(found.getId(), true));
    filters.createFilterQuery().filterName(PROCESS).list().forEach(filter -> filters.deleteFilter(filter.getId()));
    provisioner.provision(real);
  }

  @ParameterizedTest(name = "{0} as {1}: {2}")
  @MethodSource("rights")
  void everyRoleMayWhatTheTableSays(String request, String role, String expected) {
    String answer = request.startsWith("open ") ? openPage(request, role) : request.endsWith(" draft") ? draft(request, role) : ask(request, role);
    assertThat(answer).as("%s as %s", request, role).isEqualTo(expected);
  }

  @Test
  void everyRegisterHasItsRow() throws IOException {
    assertThat(rights().flatMap(cell -> register((String) cell.get()[0]).stream()).distinct()).containsExactlyInAnyOrderElementsOf(real.exports().keySet());
  }

  private static Optional<String> register(String request) {
    return request.startsWith("export register ") ? Optional.of(request.substring("export register ".length())) : Optional.empty();
  }

  static Stream<Arguments> rights() throws IOException {
    try (var in = RightsIT.class.getResourceAsStream("/rights.csv")) {
      List<String[]> rows = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#"))
        .map(line -> line.split(",")).toList();
      String[] roles = rows.get(0);
      return rows.subList(1, rows.size()).stream()
        .flatMap(row -> IntStream.range(1, row.length).mapToObj(column -> Arguments.of(row[0], roles[column], row[column])));
    }
  }

  private String ask(String request, String role) {
    TestRestTemplate person = role.equals("anonymous") ? http : http.withBasicAuth(role, password);
    ResponseEntity<String> answer = person.exchange(request(request, role), String.class);
    String status = String.valueOf(answer.getStatusCode().value());
    boolean list = request.startsWith("list ") || request.endsWith(" history") || request.endsWith(" log");
    return list && status.equals("200") ? status + " " + size(request, answer.getBody()) : status;
  }

  private static String size(String request, String body) {
    try {
      JsonNode list = JSON.readTree(body);
      assertThat(list.isArray()).isTrue();
      return request.equals("list filters") ? String.valueOf(named(list)) : list.isEmpty() ? "none" : "some";
    } catch (IOException e) {
      throw new IllegalStateException(body, e);
    }
  }

  /** Filters of ours: tests of other things leave their own. */
  private static long named(JsonNode filters) {
    return filters.findValues("properties").stream().filter(properties -> properties.has("kefuWhose") || properties.has("kefuDue")).count();
  }

  private RequestEntity<?> request(String request, String role) {
    String rest = "/engine-rest";
    String unique = "it-" + UUID.randomUUID();
    return switch (request) {
      case "list process definitions" -> get(rest + "/process-definition?latestVersion=true&maxResults=9&key=" + PROCESS);
      case "list startable processes" -> get(rest + "/process-definition?latestVersion=true&startablePermissionCheck=true&startableInTasklist=true"
        + "&maxResults=9&key=" + PROCESS);
      case "start" -> post(rest + "/process-definition/key/" + PROCESS + "/start", Map.of());
      case "list open task" -> get(rest + "/task?maxResults=9&processInstanceId=" + openTask().getProcessInstanceId());
      case "list own task of another" -> get(rest + "/task?maxResults=9&processInstanceId=" + ownTask().getProcessInstanceId());
      case "claim" -> post(rest + "/task/" + openTask().getId() + "/claim", Map.of("userId", role));
      case "release what one holds" -> post(rest + "/task/" + heldBy(role).getId() + "/unclaim", Map.of());
      case "release what another holds" -> post(rest + "/task/" + heldBy(STARTER).getId() + "/unclaim", Map.of());
      case "complete" -> post(rest + "/task/" + openTask().getId() + "/complete", Map.of());
      case "assign to another" -> post(rest + "/task/" + openTask().getId() + "/assignee", Map.of("userId", STARTER));
      case "read form" -> get(rest + "/task/" + openTask().getId() + "/form");
      case "read form variables" -> get(rest + "/task/" + openTask().getId() + "/form-variables?deserializeValues=false");
      case "read task of another" -> get(rest + "/task/" + ownTask().getId());
      case "complete task of another" -> post(rest + "/task/" + ownTask().getId() + "/complete", Map.of());
      case "write process variable" -> RequestEntity.put(URI.create(rest + "/process-instance/" + openTask().getProcessInstanceId()
        + "/variables/note")).contentType(MediaType.APPLICATION_JSON).body(Map.of("value", "x", "type", "String"));
      case "delete case" -> RequestEntity.delete(URI.create(rest + "/process-instance/" + openTask().getProcessInstanceId())).build();
      case "attach a file" -> attachment(openTask().getId());
      case "read attachments" -> get(rest + "/task/" + openTask().getId() + "/attachment");
      case "read case history" -> get(rest + "/history/process-instance?maxResults=9&processInstanceId=" + openTask().getProcessInstanceId());
      case "read variable history" -> get(rest + "/history/variable-instance?deserializeValues=false&maxResults=9&processInstanceId="
        + openTask().getProcessInstanceId());
      case "read task history" -> get(rest + "/history/task?maxResults=9&processInstanceId=" + openTask().getProcessInstanceId());
      case "read operation log" -> get(rest + "/history/user-operation?maxResults=9&processInstanceId=" + openTask().getProcessInstanceId());
      case "deploy" -> deployment(unique);
      case "create user" -> post(rest + "/user/create", Map.of("profile", Map.of("id", unique, "firstName", "Some", "lastName", "Newcomer", "email", "new@kefu.example"),
        "credentials", Map.of("password", password)));
      case "create group" -> post(rest + "/group/create", Map.of("id", unique, "name", "A", "type", "WORKFLOW"));
      case "list own group" -> get(rest + "/group?maxResults=9&id=" + (role.equals("admin") ? "camunda-admin" : role));
      case "list foreign group" -> get(rest + "/group?maxResults=9&id=legal-counsel");
      case "list other users" -> get(rest + "/user?maxResults=9&id=legal-counsel");
      case "list authorizations" -> get(rest + "/authorization?maxResults=9");
      case "list filters" -> get(rest + "/filter?maxResults=99");
      case "create filter" -> post(rest + "/filter/create", Map.of("resourceType", "Task", "name", PROCESS, "query", Map.of(), "properties", Map.of()));
      case "evaluate decision" -> post(rest + "/decision-definition/key/" + PROCESS + "/evaluate", Map.of("variables", Map.of()));
      case "read provisioning" -> get("/api/provisioning");
      case "read calendar" -> get("/api/calendar");
      case "read calendar exceptions" -> get("/api/calendar/exceptions");
      // Nobody may leave a changed calendar to the other tests: what is allowed is refused for its content.
      case "import holidays" -> post("/api/calendar/years/2090", Map.of());
      case "set calendar exception" -> RequestEntity.put(URI.create("/api/calendar/exceptions/2090-01-05")).contentType(MediaType.APPLICATION_JSON).body(Map.of());
      case "delete calendar exception" -> RequestEntity.delete(URI.create("/api/calendar/exceptions/2090-01-05")).build();
      case "read incidents" -> get("/api/incidents");
      case "retry incidents" -> post("/api/incidents/0/retry", Map.of("reason", "none of this id"));
      case "import people" -> RequestEntity.post(URI.create("/api/people/imports")).contentType(MediaType.APPLICATION_OCTET_STREAM).body("nothing");
      case "read erasures" -> get("/api/erasures");
      case "request erasure" -> post("/api/erasures", Map.of("customerCode", "C999999", "reason", "nobody of this number"));
      case "agree to erasure" -> post("/api/erasures/0/agreement", Map.of());
      case "approve erasure" -> post("/api/erasures/0/approval", Map.of());
      case "read metrics" -> get("/actuator/prometheus");
      case "read notifications" -> get("/api/notifications");
      case "retry notification" -> post("/api/notifications/0/retry", Map.of());
      case "read complaint tokens" -> get("/api/complaints/tokens");
      case "make complaint token" -> post("/api/complaints/tokens", Map.of());
      case "read complaint imports" -> get("/api/complaints/imports");
      case "hand in complaint without token" -> post("/api/complaints", Map.of());
      case "start expense claim" -> post(rest + "/process-definition/key/expense-claim-review/start", Map.of());
      case "start expense claim by message" -> post("/api/messages/expense-claim", Map.of());
      case "read budgets" -> get("/api/budgets/2090-01");
      case "set budget" -> RequestEntity.put(URI.create("/api/budgets/2090-01/survey")).contentType(MediaType.APPLICATION_JSON).body(Map.of("amount", 1));
      case "read expense bookings" -> get("/api/expense-bookings/EXP-2090-000001");
      case "reverse expense booking" -> post("/api/expense-bookings/EXP-2090-000001/reversal", Map.of("reason", "test"));
      case "read reports" -> get("/api/reports");
      case "read complaint statistics" -> get("/api/reports/complaint-statistics");
      case "read cases behind complaint statistics" -> get("/api/reports/complaint-statistics/cases?column=count");
      case "export complaint statistics" -> get("/api/reports/complaint-statistics.xlsx");
      case "read complaint analysis report" -> get("/api/reports/complaint-analysis-report");
      case "read absences" -> get("/api/absences");
      case "read whom absences are for" -> get("/api/absences/offer");
      // Nobody may leave an absence to the other tests: what is allowed is refused for its content.
      case "enter own absence" -> post("/api/absences", Map.of("person", role));
      case "enter absence of another" -> post("/api/absences", Map.of("person", STARTER));
      case "end absence" -> post("/api/absences/0/end", Map.of());
      case "hand over oneself as leaver" -> post("/api/absences/leavers", Map.of("person", role));
      case "hand over leaver" -> post("/api/absences/leavers", Map.of("person", STARTER));
      case "read team" -> get("/api/team");
      case "reassign tasks of the team" -> post("/api/team/assignment", Map.of());
      case "set priority of tasks of the team" -> post("/api/team/priority", Map.of());
      case "read registers" -> get("/api/registers");
      case "find cases of a process" -> get("/api/history/processes/" + PROCESS + "/cases");
      case "count steps of a process" -> get("/api/history/processes/" + PROCESS + "/activities");
      case "read versions of a process" -> get("/api/history/processes/" + PROCESS);
      case "verify audit trail" -> get("/api/audit/verification");
      case "read verifications of audit trail" -> get("/api/audit/verifications");
      case "read rights of a day" -> get("/api/audit/rights?day=2026-11-30");
      case "read an unknown case as a whole" -> get("/api/history/cases/CMP-1999-000001");
      // Process owners alone; what they may stands in ReleasesIT.
      case "read releases" -> get("/api/releases");
      case "take away a file" -> get("/api/releases/file?path=processes/relationship/customer-help.bpmn");
      case "approve release" -> post("/api/releases/0/approval", Map.of());
      case "refuse release" -> post("/api/releases/0/refusal", Map.of("note", "test"));
      case "withdraw release" -> post("/api/releases/0/withdrawal", Map.of());
      case "take back release" -> post("/api/releases/0/return", Map.of());
      case "export releases" -> get("/api/releases/export.zip");
      case "read dining report" -> get("/api/reports/hospitality-cost-report?period=2025-01");
      default -> register(request).map(id -> get("/api/registers/" + id + ".xlsx")).orElseThrow(() -> new IllegalArgumentException("rights.csv: unknown request " + request));
    };
  }

  private String openPage(String request, String role) {
    return String.valueOf(browserOf(role).page("/camunda/app/" + request.substring(5) + "/default/").statusCode());
  }

  private String draft(String request, String role) {
    WebappSession browser = browserOf(role);
    String address = "/camunda/api/kefu/tasks/" + openTask().getId() + "/draft";
    return String.valueOf((switch (request) {
      // The task has no form: what is allowed is refused for its content.
      case "keep draft" -> browser.put(address, "{\"person\":\"" + role + "\",\"writer\":\"page\",\"edition\":1,\"data\":{}}");
      case "read draft" -> browser.get(address);
      case "discard draft" -> browser.delete(address);
      default -> throw new IllegalArgumentException("rights.csv: unknown request " + request);
    }).statusCode());
  }

  private WebappSession browserOf(String role) {
    return role.equals("anonymous") ? new WebappSession(port) : WebappSession.of(port, role, password);
  }

  private static RequestEntity<?> get(String path) {
    return RequestEntity.get(URI.create(path)).build();
  }

  private static RequestEntity<?> post(String path, Map<String, ?> body) {
    return RequestEntity.post(URI.create(path)).contentType(MediaType.APPLICATION_JSON).body(body);
  }

  private static RequestEntity<?> deployment(String fileName) {
    MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    form.add("deployment-name", PROCESS);
    form.add("file", new ByteArrayResource(Bpmn.convertToString(Bpmn.createExecutableProcess(fileName).camundaHistoryTimeToLiveString("P1D")
      .startEvent().endEvent().done()).getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return fileName + ".bpmn";
      }
    });
    return RequestEntity.method(HttpMethod.POST, URI.create("/engine-rest/deployment/create")).contentType(MediaType.MULTIPART_FORM_DATA).body(form);
  }

  private static RequestEntity<?> attachment(String taskId) {
    MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
    form.add("attachment-name", "note");
    form.add("content", new ByteArrayResource("text".getBytes(StandardCharsets.UTF_8)) {
      @Override
      public String getFilename() {
        return "note.txt";
      }
    });
    return RequestEntity.method(HttpMethod.POST, URI.create("/engine-rest/task/" + taskId + "/attachment/create"))
      .contentType(MediaType.MULTIPART_FORM_DATA).body(form);
  }

  /** The first task of a new case, assigned to {@link #STARTER}. */
  private Task ownTask() {
    String instance = as(STARTER, () -> runtime.startProcessInstanceByKey(PROCESS).getId());
    runtime.setVariable(instance, "note", "seen");
    return tasks.createTaskQuery().processInstanceId(instance).singleResult();
  }

  /** The second task of a new case, unclaimed. */
  private Task openTask() {
    Task own = ownTask();
    as(STARTER, () -> {
      tasks.complete(own.getId());
      return null;
    });
    return tasks.createTaskQuery().processInstanceId(own.getProcessInstanceId()).singleResult();
  }

  /** The second task of a new case, in somebody's hands. */
  private Task heldBy(String userId) {
    Task open = openTask();
    tasks.setAssignee(open.getId(), userId);
    return open;
  }

  private <T> T as(String userId, Supplier<T> work) {
    identities.setAuthentication(userId, List.of("relationship-specialist"));
    try {
      return work.get();
    } finally {
      identities.clearAuthentication();
    }
  }

  private static RoleEntry withOurProcess(RoleEntry role) {
    return new RoleEntry(role.id(), role.title(), role.chinese(), role.superior(), role.section(), role.applications(),
      withOurs(role.starts()), withOurs(role.works()), withOurs(role.reads()), withOurs(role.reassigns()), withOurs(role.cancels()));
  }

  private static List<String> withOurs(List<String> processes) {
    List<String> ours = new ArrayList<>(processes);
    if (processes.contains("customer-help")) {
      ours.add(PROCESS);
    }
    return ours;
  }

  private static DmnModelInstance decision() {
    DmnModelInstance model = Dmn.createEmptyModel();
    Definitions definitions = model.newInstance(Definitions.class);
    definitions.setName(PROCESS);
    definitions.setNamespace("http://kefu.example");
    model.setDefinitions(definitions);
    Decision decision = model.newInstance(Decision.class);
    decision.setId(PROCESS);
    decision.setName(PROCESS);
    decision.setCamundaHistoryTimeToLiveString("P1D");
    definitions.addChildElement(decision);
    DecisionTable table = model.newInstance(DecisionTable.class);
    decision.addChildElement(table);
    Output output = model.newInstance(Output.class);
    output.setName("result");
    table.addChildElement(output);
    return model;
  }
}
