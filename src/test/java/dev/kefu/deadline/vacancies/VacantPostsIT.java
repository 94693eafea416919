package dev.kefu.deadline.vacancies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Comment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.config.ScheduledTaskHolder;

/** Training advice of customer-help: a task of the support engineer, who stands under the support manager, the department manager and the general manager. */
@KefuIT
class VacantPostsIT {

  private static final String AGENT = "call-center-agent";
  private static final String ENGINEER = "technical-support-engineer";
  private static final String SUPPORT_MANAGER = "technical-support-manager";
  private static final String MANAGER = "customer-service-manager";
  private static final String GENERAL_MANAGER = "general-manager";
  private static final GreenMail MAIL = TestMail.SERVER;

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private IdentityService identities;
  @Autowired private VacancySweep sweep;
  @Autowired private List<ScheduledTaskHolder> scheduled;
  @Autowired private JdbcClient jdbc;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private final List<String> started = new ArrayList<>();
  private final Map<String, String> left = new LinkedHashMap<>();
  private Persons persons;

  @BeforeEach
  void prepare() throws Exception {
    persons = new Persons(engine);
    jdbc.sql("delete from notification_messages").update();
    MAIL.purgeEmailFromAllMailboxes();
  }

  @AfterEach
  void tidy() {
    started.stream().filter(id -> runtimeService.createProcessInstanceQuery().processInstanceId(id).count() > 0)
        .forEach(id -> runtimeService.deleteProcessInstance(id, "test over"));
    List.copyOf(left.keySet()).forEach(this::joins);
    ClockUtil.reset();
    jdbc.sql("delete from notification_messages").update();
  }

  @Test
  void superiorFindsClaimsAndDoesTheTaskOfAVacantPost() {
    vacate(ENGINEER);

    String task = advice();

    assertThat(groups(task)).containsExactlyInAnyOrder(ENGINEER, SUPPORT_MANAGER);
    assertThat(comments(task)).singleElement().satisfies(comment -> {
      assertThat(comment.getFullMessage()).contains("Nobody holds the post 崗位空缺: Support engineer 支持工程師", "由上級承接: Technical-support manager 技術支持部經理");
      assertThat(comment.getUserId()).as("the system says so").isNull();
    });
    assertThat(finds(SUPPORT_MANAGER, task)).isTrue();
    assertThat(finds(MANAGER + "-2", task)).as("who reads all cases").isTrue();
    assertThat(rest(SUPPORT_MANAGER, "/engine-rest/task/" + task + "/claim", Map.of("userId", SUPPORT_MANAGER))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(http.withBasicAuth(SUPPORT_MANAGER, password).getForEntity("/engine-rest/task/" + task + "/deployed-form", String.class).getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(rest(SUPPORT_MANAGER, "/engine-rest/task/" + task + "/submit-form",
        Map.of("variables", Map.of("advice", Map.of("value", "{\"comment\":\"Take the demo set along 帶示範機\"}", "type", "Json"))))).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(taskService.createTaskQuery().processInstanceId(started.get(0)).singleResult().getTaskDefinitionKey()).isEqualTo("userTask_train");
    assertThat(standIns(task)).isZero();
  }

  @Test
  void alarmIsRaisedOnceADayHoweverManyTasksWait() throws Exception {
    vacate(ENGINEER);
    advice();
    advice();
    advice();
    sweep.sweep();
    sweep.sweep();

    sendMail();
    assertThat(mails("Kefu: vacant post with open tasks 崗位空缺且有待辦任務: Support engineer 支持工程師"))
        .containsExactlyInAnyOrder("it-administrator@kefu.example", "it-administrator-2@kefu.example");
    assertThat(mails("Vacant post 崗位空缺: Support engineer 支持工程師"))
        .containsExactlyInAnyOrder("technical-support-manager@kefu.example", "technical-support-manager-2@kefu.example");

    MAIL.purgeEmailFromAllMailboxes();
    ClockUtil.setCurrentTime(Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(1))));
    sweep.sweep();
    sweep.sweep();
    sendMail();
    assertThat(mails("Kefu: vacant post with open tasks 崗位空缺且有待辦任務: Support engineer 支持工程師")).hasSize(2);
  }

  @Test
  void whoJoinsGetsTheTasksBackButForThoseThatTheSuperiorHasClaimed() {
    vacate(ENGINEER);
    String open = advice();
    String claimed = advice();
    persons.as(SUPPORT_MANAGER, () -> {
      taskService.claim(claimed, SUPPORT_MANAGER);
      return null;
    });

    joins(ENGINEER);

    assertThat(groups(open)).containsExactly(ENGINEER);
    assertThat(comments(open)).hasSize(2).anySatisfy(comment -> assertThat(comment.getFullMessage()).isEqualTo("The post is held again 崗位已補缺: Support engineer 支持工程師."));
    assertThat(groups(claimed)).containsExactlyInAnyOrder(ENGINEER, SUPPORT_MANAGER);
    assertThat(finds(SUPPORT_MANAGER, open)).isFalse();
    assertThat(groups(advice())).containsExactly(ENGINEER);

    persons.as(SUPPORT_MANAGER, () -> {
      taskService.claim(claimed, null);
      return null;
    });
    assertThat(groups(claimed)).containsExactly(ENGINEER);
    assertThat(finds(SUPPORT_MANAGER, claimed)).as("who has given it back").isFalse();
    assertThat(finds(ENGINEER, claimed)).isTrue();
    assertThat(standIns(open) + standIns(claimed)).isZero();
  }

  @Test
  void openTasksReachTheSuperiorWhenTheLastMemberLeaves() {
    String task = advice();
    assertThat(leavesByRest(ENGINEER)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(groups(task)).as("one is still there").containsExactly(ENGINEER);

    assertThat(leavesByRest(ENGINEER + "-2")).isEqualTo(HttpStatus.NO_CONTENT);

    assertThat(groups(task)).containsExactlyInAnyOrder(ENGINEER, SUPPORT_MANAGER);
    assertThat(comments(task)).singleElement().satisfies(comment -> assertThat(comment.getUserId()).isNull());
    assertThat(finds(SUPPORT_MANAGER, task)).isTrue();
  }

  @Test
  void sweepSeesWhatADirectoryDoesNotTellAndTwoNodesDoItOnce() throws Exception {
    String first = advice();
    String second = advice();
    for (String user : List.of(ENGINEER, ENGINEER + "-2")) {
      left.put(user, ENGINEER);
      jdbc.sql("delete from ACT_ID_MEMBERSHIP where USER_ID_ = ?").param(user).update();
    }
    assertThat(groups(first)).containsExactly(ENGINEER);

    CyclicBarrier together = new CyclicBarrier(2);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      List<Future<?>> both = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        both.add(nodes.submit(() -> {
          together.await();
          sweep.sweep();
          return null;
        }));
      }
      for (Future<?> one : both) {
        one.get();
      }
    } finally {
      nodes.shutdown();
    }
    sweep.sweep();

    assertThat(List.of(first, second)).allSatisfy(task -> {
      assertThat(groups(task)).containsExactlyInAnyOrder(ENGINEER, SUPPORT_MANAGER);
      assertThat(comments(task)).hasSize(1);
    });
    assertThat(alarms(ENGINEER)).isEqualTo(1);
  }

  @Test
  void vacantSuperiorIsPassedOverUntilSomebodyHoldsItsPost() {
    vacate(ENGINEER);
    vacate(SUPPORT_MANAGER);
    String task = advice();
    assertThat(groups(task)).containsExactlyInAnyOrder(ENGINEER, MANAGER);
    assertThat(finds(MANAGER, task)).isTrue();

    joins(SUPPORT_MANAGER);
    assertThat(groups(task)).containsExactlyInAnyOrder(ENGINEER, SUPPORT_MANAGER);

    leaves(SUPPORT_MANAGER);
    assertThat(groups(task)).containsExactlyInAnyOrder(ENGINEER, MANAGER);
    assertThat(alarms(ENGINEER)).as("one for the administrators, whoever stands in").isEqualTo(1);

    joins(ENGINEER);
    assertThat(groups(task)).containsExactly(ENGINEER);
  }

  @Test
  void wholeChainWithoutAnybodyIsSaidSo() throws Exception {
    List.of(ENGINEER, SUPPORT_MANAGER, MANAGER, GENERAL_MANAGER).forEach(this::vacate);

    String task = advice();
    sweep.sweep();

    assertThat(groups(task)).containsExactly(ENGINEER);
    assertThat(comments(task)).singleElement()
        .satisfies(comment -> assertThat(comment.getFullMessage()).contains("nobody can do this", "無人可辦: Support engineer 支持工程師"));
    sendMail();
    assertThat(mails("Kefu: nobody can do the tasks of a post 崗位任務無人可辦: Support engineer 支持工程師"))
        .containsExactlyInAnyOrder("it-administrator@kefu.example", "it-administrator-2@kefu.example", "admin@kefu.example");

    joins(MANAGER);
    assertThat(groups(task)).containsExactlyInAnyOrder(ENGINEER, MANAGER);
  }

  @Test
  void groupThatIsAddedLaterIsLookedAtToo() {
    vacate(SUPPORT_MANAGER);
    String task = advice();
    assertThat(groups(task)).containsExactly(ENGINEER);

    taskService.addCandidateGroup(task, SUPPORT_MANAGER);
    assertThat(groups(task)).containsExactlyInAnyOrder(ENGINEER, SUPPORT_MANAGER, MANAGER);

    taskService.deleteCandidateGroup(task, SUPPORT_MANAGER);
    assertThat(groups(task)).containsExactly(ENGINEER);
  }

  @Test
  void administratorsSeeTheVacantPostsThatHaveTasks() {
    assertThat(openTasks().isMissingNode()).isTrue();
    vacate(ENGINEER);
    advice();
    advice();
    sweep.sweep();

    assertThat(openTasks().asInt()).isGreaterThanOrEqualTo(2);
    assertThat(http.withBasicAuth(MANAGER, password).getForObject("/actuator/health", String.class)).doesNotContain(ENGINEER).contains("UP");
    assertThat(http.withBasicAuth("admin", password).getForObject("/actuator/prometheus", String.class)).containsPattern("kefu_posts_vacant\\S* [1-9]");

    joins(ENGINEER);
    assertThat(openTasks().isMissingNode()).isTrue();
  }

  @Test
  void everySuperiorMayOpenWhatCanComeUpToHim() {
    String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("customer-help").latestVersion().singleResult().getId();
    assertThat(List.of("call-center-supervisor", MANAGER, GENERAL_MANAGER)).allSatisfy(superior -> assertThat(
        http.withBasicAuth(superior, password).getForEntity("/engine-rest/process-definition/" + definition, String.class).getStatusCode()).isEqualTo(HttpStatus.OK));
  }

  private JsonNode openTasks() {
    return http.withBasicAuth("admin", password).getForObject("/actuator/health", JsonNode.class)
        .path("components").path("vacantPosts").path("details").path("openTasks").path(ENGINEER);
  }

  /** A case whose customer wants training: id of the engineer's task. */
  private String advice() {
    ProcessInstance help = persons.start(AGENT, "customer-help");
    started.add(help.getId());
    persons.submit(AGENT, help.getBusinessKey(), "userTask_record", "need", Map.of("customer", "Blue Lake Foods", "channel", "phone", "receivedAt", "2026-11-23T09:30+08:00",
        "kind", "training", "content", "New staff 新員工", "answerKnown", false, "due", "2030-12-31T18:00+08:00"));
    Task task = taskService.createTaskQuery().processInstanceId(help.getId()).singleResult();
    assertThat(task.getTaskDefinitionKey()).isEqualTo("userTask_adviseTraining");
    return task.getId();
  }

  private void vacate(String role) {
    identities.createUserQuery().memberOfGroup(role).list().stream().map(User::getId).forEach(user -> {
      left.put(user, role);
      identities.deleteMembership(user, role);
    });
  }

  private void leaves(String user) {
    String role = user.replace("-2", "");
    left.put(user, role);
    identities.deleteMembership(user, role);
  }

  private HttpStatusCode leavesByRest(String user) {
    left.put(user, ENGINEER);
    return http.withBasicAuth("admin", password).exchange("/engine-rest/group/" + ENGINEER + "/members/" + user, HttpMethod.DELETE, null, String.class).getStatusCode();
  }

  private void joins(String user) {
    identities.createMembership(user, left.remove(user));
  }

  private List<String> groups(String task) {
    return taskService.getIdentityLinksForTask(task).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private List<Comment> comments(String task) {
    return taskService.getTaskComments(task);
  }

  /** Only the task's: those of other tests may wait for the same posts. */
  private int standIns(String task) {
    return jdbc.sql("select count(*) from vacant_post_tasks where task_id = ?").param(task).query(Integer.class).single();
  }

  private int alarms(String post) {
    return jdbc.sql("select count(*) from notification_messages where template = 'post-vacant-alarm' and recipient_kind = 'ROLE' and message_key like ?").param("post-vacant/" + post + "/%")
        .query(Integer.class).single();
  }

  /** Runs the scheduled sending now. */
  private void sendMail() {
    scheduled.stream().flatMap(holder -> holder.getScheduledTasks().stream()).filter(task -> task.getTask().toString().endsWith("Sender.sendDue"))
        .forEach(task -> task.getTask().getRunnable().run());
  }

  private static List<String> mails(String subject) throws MessagingException {
    List<String> recipients = new ArrayList<>();
    for (MimeMessage mail : MAIL.getReceivedMessages()) {
      if (subject.equals(mail.getSubject())) {
        Arrays.stream(mail.getAllRecipients()).map(Object::toString).forEach(recipients::add);
      }
    }
    return recipients;
  }

  /** Whether the person finds the task in the lists. */
  private boolean finds(String user, String taskId) {
    return http.withBasicAuth(user, password).getForObject("/engine-rest/task?taskId={id}&maxResults=1", String.class, taskId).contains(taskId);
  }

  private HttpStatusCode rest(String user, String path, Map<String, ?> body) {
    return http.withBasicAuth(user, password).postForEntity(path, body, String.class).getStatusCode();
  }
}
