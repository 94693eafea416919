package dev.kefu.engine.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.Persons;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpEntity;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A small process with forms of its own, for tests of the gate: recorded by its starter, reviewed by survey supervisors, filed without a form. */
public final class GateTrial {

  public static final String PROCESS = "gate-trial";
  public static final String STARTER = "survey-specialist";
  public static final String REVIEWER = "survey-supervisor";
  public static final String STRANGER = "finance-clerk";
  /** May do everything but repair. */
  public static final String ADMINISTRATOR = "gate-trial-administrator";

  public static final String REPAIRER = "gate-trial-repairer";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ProcessEngine engine;
  private final TestRestTemplate http;
  private final String password;
  private final String deploymentId;
  private final List<String> authorizations;

  public GateTrial(ProcessEngine engine, TestRestTemplate http, String password) {
    this.engine = engine;
    this.http = http;
    this.password = password;
    deploymentId = engine.getRepositoryService().createDeployment().name("gate trial").addClasspathResource("gate/gate-trial.bpmn")
        .addClasspathResource("gate/gate-trial-record.form").addClasspathResource("gate/gate-trial-review.form")
        .addClasspathResource("gate/gate-trial-confirm.form").deploy().getId();
    addUser(ADMINISTRATOR, "camunda-admin");
    addUser(REPAIRER, "camunda-admin", "case-repair");
    // To create instances is a right that the role file may give already.
    authorizations = mayCreateInstances() ? List.of(grant(STARTER, Resources.PROCESS_DEFINITION, PROCESS))
        : List.of(grant(STARTER, Resources.PROCESS_DEFINITION, PROCESS), grant(STARTER, Resources.PROCESS_INSTANCE, "*"));
  }

  private boolean mayCreateInstances() {
    return engine.getAuthorizationService().createAuthorizationQuery().groupIdIn(STARTER).resourceType(Resources.PROCESS_INSTANCE).resourceId("*").count() > 0;
  }

  private void addUser(String id, String... groups) {
    User user = engine.getIdentityService().newUser(id);
    user.setPassword(password);
    engine.getIdentityService().saveUser(user);
    for (String group : groups) {
      engine.getIdentityService().createMembership(id, group);
    }
  }

  private String grant(String group, Resource resource, String id) {
    Authorization grant = engine.getAuthorizationService().createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    grant.setGroupId(group);
    grant.setResource(resource);
    grant.setResourceId(id);
    if (resource == Resources.PROCESS_DEFINITION) {
      grant.addPermission(Permissions.READ);
      grant.addPermission(Permissions.CREATE_INSTANCE);
    } else {
      grant.addPermission(Permissions.CREATE);
    }
    return engine.getAuthorizationService().saveAuthorization(grant).getId();
  }

  public void remove() {
    engine.getIdentityService().clearAuthentication();
    List.of(ADMINISTRATOR, REPAIRER).forEach(engine.getIdentityService()::deleteUser);
    authorizations.forEach(engine.getAuthorizationService()::deleteAuthorization);
    engine.getRepositoryService().deleteDeployment(deploymentId, true);
  }

  /** A new case of {@link #STARTER}, in its first step. */
  public String start() {
    return as(STARTER, () -> engine.getRuntimeService().startProcessInstanceByKey(PROCESS)).getId();
  }

  /** A new case, recorded, waiting for its review. */
  public String startAndRecord() {
    String caseId = start();
    String taskId = task(caseId).getId();
    as(STARTER, () -> {
      engine.getFormService().submitTaskForm(taskId, Map.of("record", Map.of("subject", "Broken cup", "amount", "12.50", "way", "phone")));
      return null;
    });
    return caseId;
  }

  public Task task(String caseId) {
    return engine.getTaskService().createTaskQuery().processInstanceId(caseId).singleResult();
  }

  public String caseNumber(String caseId) {
    return engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(caseId).singleResult().getBusinessKey();
  }

  /** Runs something as a person, with the groups that the person has. */
  public <T> T as(String user, Supplier<T> work) {
    return new Persons(engine).as(user, work);
  }

  public ResponseEntity<JsonNode> get(String user, String path) {
    return exchange(user, HttpMethod.GET, path, null);
  }

  public ResponseEntity<JsonNode> post(String user, String path, Object body) {
    return exchange(user, HttpMethod.POST, path, body);
  }

  public ResponseEntity<JsonNode> exchange(String user, HttpMethod method, String path, Object body, String... headers) {
    HttpHeaders all = new HttpHeaders();
    all.setContentType(MediaType.APPLICATION_JSON);
    all.setBasicAuth(user, password);
    for (int i = 0; i < headers.length; i += 2) {
      all.set(headers[i], headers[i + 1]);
    }
    return http.exchange(path, method, new HttpEntity<>(body, all), JsonNode.class);
  }

  /** A form's data as Tasklist sends them. */
  public static Map<String, Object> form(String root, Map<String, Object> data) {
    try {
      return Map.of("variables", Map.of(root, Map.of("type", "Json", "value", JSON.writeValueAsString(data))));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
