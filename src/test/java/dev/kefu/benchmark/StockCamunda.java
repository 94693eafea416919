package dev.kefu.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.task.TaskQuery;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** Camunda as its starters set it up, with the users, rights and filters that the ordinary complaint needs. No component, so that Kefu's own tests do not find it. */
@EnableAutoConfiguration
public class StockCamunda {

  static final String PASSWORD = "Welcome-2-Camunda!";
  /** Setting: file of the values that Kefu's case had. */
  static final String RECORDED = "benchmark.recorded";
  /** Setting: folder of the models. */
  static final String MODELS = "benchmark.models";
  /** What it prints when everything is there. */
  static final String READY = "Everything is deployed";


  /**
   * Starts it.
   *
   * @param args settings of Spring Boot
   */
  public static void main(String[] args) {
    SpringApplication.run(StockCamunda.class, args);
  }

  /** Deploys the models of a folder and makes users, rights and filters. */
  @Bean
  ApplicationRunner setUp(ProcessEngine engine, @Value("${" + MODELS + "}") Path models) {
    return arguments -> {
      deploy(engine.getRepositoryService().createDeployment(), models);
      List.of(OrdinaryComplaint.AGENT, OrdinaryComplaint.SPECIALIST, OrdinaryComplaint.SUPERVISOR).forEach(role -> enrol(engine, role));
      filter(engine, "My tasks", engine.getTaskService().createTaskQuery().taskAssigneeExpression("${currentUser()}"));
      filter(engine, "My group's tasks", engine.getTaskService().createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}").taskUnassigned());
      System.out.println(READY);
    };
  }

  @Bean
  PlainValues plain(@Value("${" + RECORDED + "}") Path recorded) {
    return PlainValues.of(recorded, text -> SpinValues.jsonValue(text).create());
  }

  private static void deploy(DeploymentBuilder deployment, Path models) throws IOException {
    try (Stream<Path> files = Files.list(models)) {
      for (Path file : files.sorted().toList()) {
        deployment.addInputStream(file.getFileName().toString(), Files.newInputStream(file));
      }
    }
    deployment.deploy();
  }

  private static void enrol(ProcessEngine engine, String role) {
    IdentityService identities = engine.getIdentityService();
    User user = identities.newUser(role);
    user.setPassword(PASSWORD);
    identities.saveUser(user);
    identities.saveGroup(identities.newGroup(role));
    identities.createMembership(role, role);
    grant(engine, role, Resources.APPLICATION, "tasklist", Permissions.ACCESS);
    grant(engine, role, Resources.APPLICATION, "welcome", Permissions.ACCESS);
    grant(engine, role, Resources.PROCESS_DEFINITION, "*", Permissions.READ, Permissions.CREATE_INSTANCE, ProcessDefinitionPermissions.READ_HISTORY);
    grant(engine, role, Resources.PROCESS_INSTANCE, "*", Permissions.CREATE);
    grant(engine, role, Resources.FILTER, "*", Permissions.READ);
  }

  private static void grant(ProcessEngine engine, String role, Resource resource, String id, Permission... permissions) {
    AuthorizationService rights = engine.getAuthorizationService();
    Authorization right = rights.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
    right.setGroupId(role);
    right.setResource(resource);
    right.setResourceId(id);
    right.setPermissions(permissions);
    rights.saveAuthorization(right);
  }

  private static void filter(ProcessEngine engine, String name, TaskQuery query) {
    FilterService filters = engine.getFilterService();
    Filter filter = filters.newTaskFilter(name).setQuery(query).setProperties(Map.of());
    filters.saveFilter(filter);
  }
}
