package dev.kefu.organisation.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import dev.kefu.organisation.provisioning.Provisioner;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.AbstractFlowNodeBuilder;
import org.camunda.bpm.model.bpmn.builder.UserTaskBuilder;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Every role against every procedure: who starts it, sees, claims and completes each task, reads variables and history, as {@code process-rights.csv} and
 * {@code task-rights.csv} say. Each procedure has a stand-in with the same tasks, candidates and rights, all tasks of which are open at once. How a right looks
 * on each single route of the REST API is {@link RightsIT}'s business; questions go over HTTP here, and what would change something is rolled back.
 */
@KefuIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProcessRightsIT {

  private static final String STAND_IN = "rights-of-";
  private static final String REST = "/engine-rest";
  private static final Set<String> READ_ALL = Set.of("customer-service-manager", "general-manager");

  @Autowired private TestRestTemplate http;
  @Autowired private RolesFile real;
  @Autowired private Provisioner provisioner;
  @Autowired private ProcessEngine engine;
  @Autowired private TransactionTemplate transaction;
  @Value("${kefu.demo.password}") private String password;

  /** Process id to its row. */
  private final Map<String, ProcessRow> processes = rows("/process-rights.csv").collect(Collectors.toMap(row -> row[0],
    row -> new ProcessRow(Set.copyOf(list(row[1])), Set.copyOf(list(row[2]))), (a, b) -> a, LinkedHashMap::new));
  /** Process id to step to the roles that do it. */
  private final Map<String, Map<String, Set<String>>> steps = rows("/task-rights.csv").collect(Collectors.groupingBy(row -> row[0], LinkedHashMap::new,
    Collectors.toMap(row -> row[1], row -> Set.copyOf(list(row[3])), (a, b) -> a, LinkedHashMap::new)));
  /** Id of the stand-in's only case to the process that it stands for. */
  private final Map<String, String> cases = new HashMap<>();
  /** Filled by {@link #unlike}. */
  private final Map<String, String> probes = new LinkedHashMap<>();

  private record ProcessRow(Set<String> start, Set<String> read) {
  }

  @BeforeAll
  void standIns() {
    provisioner.provision(new RolesFile(real.sections(), real.roles().stream().map(ProcessRightsIT::withStandIns).toList(), real.technicalGroups(), real.aliases()));
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment().name(STAND_IN);
    processes.keySet().forEach(process -> deployment.addModelInstance(STAND_IN + process + ".bpmn", standIn(process)));
    deployment.deploy();
    processes.keySet().forEach(process ->
      cases.put(engine.getRuntimeService().startProcessInstanceByKey(STAND_IN + process, Map.of("note", "seen")).getId(), process));
  }

  @AfterAll
  void takeAwayWhatWasAdded() {
    engine.getIdentityService().clearAuthentication();
    engine.getRepositoryService().createDeploymentQuery().deploymentName(STAND_IN).list()
      .forEach(found -> engine.getRepositoryService().deleteDeployment(found.getId(), true));
    provisioner.provision(real);
  }

  @Test
  void everyProcessAndEveryTaskHasItsRow() {
    assertThat(processes.keySet()).containsExactlyInAnyOrderElementsOf(realModels().keySet());
    assertThat(steps.entrySet().stream().flatMap(process -> process.getValue().keySet().stream().map(step -> process.getKey() + " " + step)))
      .containsExactlyInAnyOrderElementsOf(realModels().entrySet().stream().flatMap(model -> model.getValue().getModelElementsByType(UserTask.class).stream()
        .map(task -> model.getKey() + " " + step(task.getId()))).toList());
    Set<String> known = real.roles().stream().map(RoleEntry::id).collect(Collectors.toSet());
    known.addAll(List.of("*", "starter", "host"));
    assertThat(known).containsAll(processes.values().stream().flatMap(row -> Stream.concat(row.start().stream(), row.read().stream())).toList())
      .containsAll(steps.values().stream().flatMap(of -> of.values().stream()).flatMap(Set::stream).toList());
  }

  @ParameterizedTest
  @MethodSource("roles")
  void everyRoleIsOfferedTheProceduresThatItStarts(String role) {
    Set<String> offered = keys(get(role, REST + "/process-definition?latestVersion=true&startablePermissionCheck=true&startableInTasklist=true&maxResults=2000"), "key");

    assertThat(offered.stream().filter(processes::containsKey)).containsExactlyInAnyOrderElementsOf(expected(process -> starts(role, process)));
  }

  @ParameterizedTest
  @MethodSource("roles")
  void everyRoleStartsWhatItMayAndNothingElse(String role) {
    assertThat(processes.keySet().stream().filter(process -> allowed(role, () -> engine.getRuntimeService().startProcessInstanceByKey(STAND_IN + process))))
      .containsExactlyInAnyOrderElementsOf(expected(process -> starts(role, process)));
  }

  @ParameterizedTest
  @MethodSource("roles")
  void everyRoleSeesTheTasksThatItDoesAndThoseThatItMayRead(String role) {
    List<String> standIns = processes.keySet().stream().map(STAND_IN::concat).toList();
    Set<String> seen = new TreeSet<>();
    post(role, REST + "/task?maxResults=2000", Map.of("processDefinitionKeyIn", standIns)).forEach(task ->
      seen.add(cases.get(task.path("processInstanceId").asText()) + " " + task.path("taskDefinitionKey").asText()));

    assertThat(seen).filteredOn(task -> !task.endsWith(" always")).containsExactlyInAnyOrderElementsOf(tasks((process, roles) -> roles.contains(role) || reads(role, process)));
  }

  @ParameterizedTest
  @MethodSource("roles")
  void everyRoleClaimsAndCompletesItsOwnTasksAndNoOthers(String role) {
    Set<String> expected = tasks((process, roles) -> roles.contains(role));
    Set<String> claimed = new TreeSet<>();
    Set<String> completed = new TreeSet<>();
    unlike().forEach((task, id) -> {
      if (allowed(role, () -> engine.getTaskService().claim(id, role))) {
        claimed.add(task);
      }
      if (allowed(role, () -> engine.getTaskService().complete(id))) {
        completed.add(task);
      }
    });

    expected.retainAll(unlike().keySet());
    assertThat(claimed).as("claimed").isEqualTo(expected);
    assertThat(completed).as("completed").isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("roles")
  void everyRoleReadsVariablesAndHistoryOfTheProceduresThatItMayRead(String role) {
    Set<String> expected = expected(process -> reads(role, process));

    assertThat(keysOfCases(post(role, REST + "/variable-instance?maxResults=2000&deserializeValues=false",
      Map.of("processInstanceIdIn", cases.keySet(), "variableName", "note")), "processInstanceId")).as("variables").isEqualTo(expected);
    assertThat(keysOfCases(post(role, REST + "/history/process-instance?maxResults=2000", Map.of("processInstanceIds", cases.keySet())), "id")).as("history").isEqualTo(expected);
    assertThat(keysOfCases(post(role, REST + "/history/variable-instance?maxResults=2000&deserializeValues=false",
      Map.of("processInstanceIdIn", cases.keySet(), "variableName", "note")), "processInstanceId")).as("history of variables").isEqualTo(expected);
  }

  Stream<String> roles() {
    return real.roles().stream().filter(role -> !role.applications().isEmpty()).map(RoleEntry::id);
  }

  private boolean starts(String role, String process) {
    return processes.get(process).start().contains("*") || processes.get(process).start().contains(role);
  }

  private boolean reads(String role, String process) {
    return READ_ALL.contains(role) || processes.get(process).read().contains(role);
  }

  private Set<String> expected(Predicate<String> may) {
    return processes.keySet().stream().filter(may).collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> tasks(BiPredicate<String, Set<String>> may) {
    Set<String> found = new TreeSet<>();
    steps.forEach((process, of) -> of.forEach((step, roles) -> {
      if (may.test(process, roles)) {
        found.add(process + " " + step);
      }
    }));
    return found;
  }

  /** One open task of each process for each different set of roles: those of the same roles have the same rights. */
  private Map<String, String> unlike() {
    if (probes.isEmpty()) {
      Set<String> known = new LinkedHashSet<>();
      cases.forEach((caseId, process) -> {
        for (Task task : engine.getTaskService().createTaskQuery().processInstanceId(caseId).orderByTaskName().asc().list()) {
          Set<String> roles = steps.getOrDefault(process, Map.of()).get(task.getTaskDefinitionKey());
          if (roles != null && known.add(process + new TreeSet<>(roles))) {
            probes.put(process + " " + task.getTaskDefinitionKey(), task.getId());
          }
        }
      });
    }
    return probes;
  }

  /** Whether the engine lets a person of the role do it; nothing of it stays. */
  private boolean allowed(String role, Runnable work) {
    return Boolean.TRUE.equals(transaction.execute(status -> {
      status.setRollbackOnly();
      engine.getIdentityService().setAuthentication(role, List.of(role));
      try {
        work.run();
        return true;
      } catch (AuthorizationException refused) {
        return false;
      } finally {
        engine.getIdentityService().clearAuthentication();
      }
    }));
  }

  private JsonNode get(String role, String path) {
    return http.withBasicAuth(role, password).getForObject(path, JsonNode.class);
  }

  private JsonNode post(String role, String path, Map<String, ?> question) {
    JsonNode answer = http.withBasicAuth(role, password).postForObject(path, question, JsonNode.class);
    assertThat(answer.isArray()).as("%s", answer).isTrue();
    return answer;
  }

  private static Set<String> keys(JsonNode list, String field) {
    return StreamSupport.stream(list.spliterator(), false).map(one -> one.path(field).asText()).collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> keysOfCases(JsonNode list, String field) {
    return keys(list, field).stream().map(cases::get).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The models that came from files, by process id. */
  private Map<String, BpmnModelInstance> realModels() {
    Map<String, BpmnModelInstance> models = new LinkedHashMap<>();
    try (var paths = Files.walk(Path.of("processes"))) {
      paths.filter(path -> path.toString().endsWith(".bpmn")).forEach(path -> models.put(path.getFileName().toString().replace(".bpmn", ""),
        engine.getRepositoryService().getBpmnModelInstance(latest(path.getFileName().toString().replace(".bpmn", "")).getId())));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return models;
  }

  private ProcessDefinition latest(String process) {
    return engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
  }

  /** A process with every user task of the real model at once, offered to those to whom the model offers it; one without tasks stays open by a task of its own. */
  private BpmnModelInstance standIn(String process) {
    BpmnModelInstance model = engine.getRepositoryService().getBpmnModelInstance(latest(process).getId());
    AbstractFlowNodeBuilder<?, ?> fork = Bpmn.createExecutableProcess(STAND_IN + process).camundaHistoryTimeToLiveString("P1D").startEvent().parallelGateway("fork");
    fork.userTask("always").endEvent();
    for (UserTask task : model.getModelElementsByType(UserTask.class)) {
      UserTaskBuilder copy = fork.userTask(step(task.getId())).name(step(task.getId()));
      String candidates = candidates(task);
      if (candidates != null) {
        copy.camundaCandidateGroups(candidates);
      } else {
        copy.camundaAssignee("complaint-specialist-2");
      }
      copy.endEvent();
    }
    return fork.done();
  }

  /** The roles that a candidate expression may yield stand in the property "roles". */
  private static String candidates(UserTask task) {
    String groups = task.getCamundaCandidateGroups();
    if (groups == null || !groups.contains("${")) {
      return groups;
    }
    return task.getModelInstance().getModelElementsByType(CamundaProperty.class).stream()
      .filter(property -> "roles".equals(property.getCamundaName()) && property.getParentElement().getParentElement().getParentElement().equals(task))
      .map(CamundaProperty::getCamundaValue).findFirst().orElseThrow();
  }

  /** The catalogue's id of a step: {@code userTask_checkField} is {@code check-field}. */
  private static String step(String elementId) {
    return elementId.substring(elementId.indexOf('_') + 1).replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  private static RoleEntry withStandIns(RoleEntry role) {
    return new RoleEntry(role.id(), role.title(), role.chinese(), role.superior(), role.section(), role.applications(), standIns(role.starts()),
      standIns(role.works()), standIns(role.reads()), standIns(role.reassigns()), standIns(role.cancels()));
  }

  private static List<String> standIns(List<String> processes) {
    List<String> all = new ArrayList<>(processes);
    processes.stream().filter(process -> !process.equals("*")).map(STAND_IN::concat).forEach(all::add);
    return all;
  }

  private static List<String> list(String cell) {
    return Arrays.stream(cell.split(" ")).filter(role -> !role.isEmpty()).toList();
  }

  private static Stream<String[]> rows(String file) {
    try (var in = ProcessRightsIT.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).skip(1).map(line -> line.split(";", -1)).toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
