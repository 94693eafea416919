package dev.kefu.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMail;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.TestMail;
import dev.kefu.audit.AuditTrail;
import dev.kefu.information.CustomerCard;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import dev.kefu.notification.CustomerNotices;
import dev.kefu.notification.NotificationLog;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who is told what while a case runs, through a real mail server. */
@KefuIT
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NotificationsIT {

  private static final String PROCESS = "notifications-it";
  private static final String AGENT = "call-center-agent";
  private static final String COLLEAGUE = "call-center-agent-2";
  private static final GreenMail MAIL = TestMail.SERVER;

  @Autowired
  private ProcessEngine engine;
  @Autowired
  private RuntimeService runtime;
  @Autowired
  private TaskService tasks;
  @Autowired
  private Customers customers;
  @Autowired
  private CustomerNotices customerNotices;
  @Autowired
  private NotificationLog notificationLog;
  @Autowired
  private Sender sender;
  @Autowired
  private Outbox outbox;
  @Autowired
  private Channel mailChannel;
  @Autowired
  private Addressees addressees;
  @Autowired
  private LetterWriter writer;
  @Autowired
  private OfferedTasks offers;
  @Autowired
  private NotificationProperties properties;
  @Autowired
  private AuditTrail audit;
  @Autowired
  private TransactionTemplate transaction;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private MeterRegistry meters;
  @Autowired
  private TestRestTemplate http;
  @Autowired
  private Clock clock;
  @Value("${kefu.demo.password}")
  private String password;

  private Persons persons;

  @BeforeAll
  void deploy() {
    persons = new Persons(engine);
    engine.getRepositoryService().createDeployment().name(PROCESS).addClasspathResource("notification/notifications-it.bpmn").deploy();
  }

  @AfterAll
  void remove() {
    engine.getRepositoryService().createDeploymentQuery().deploymentName(PROCESS).list()
        .forEach(found -> engine.getRepositoryService().deleteDeployment(found.getId(), true));
  }

  @BeforeEach
  @AfterEach
  void empty() throws Exception {
    jdbc.sql("delete from notification_messages").update();
    MAIL.purgeEmailFromAllMailboxes();
  }

  @Test
  void taskThatSomebodyElseGaveIsTold() throws Exception {
    Task answer = atAnswer(customer(null));
    sendAndForget();

    tasks.setAssignee(answer.getId(), AGENT);
    sender.sendDue();

    MimeMessage mail = theOnlyMail();
    assertThat(to(mail)).isEqualTo(AGENT + "@kefu.example");
    assertThat(mail.getSubject()).startsWith("NTF-").endsWith("Task assigned to you 任務已分配給您: Answer request 解答");
    assertThat(text(mail)).contains("/camunda/app/tasklist/default/#/?task=" + answer.getId()).contains("Trial of notifications 通知試行");
  }

  @Test
  void ownClaimTellsNobodyAndWithdrawsTheOffer() {
    Task answer = atAnswer(customer(null));
    jdbc.sql("delete from notification_messages where template = 'task-assigned'").update();

    persons.as(AGENT, () -> {
      tasks.claim(answer.getId(), AGENT);
      return null;
    });
    sender.sendDue();

    assertThat(MAIL.getReceivedMessages()).isEmpty();
    assertThat(jdbc.sql("select state from notification_messages where template = 'task-offered'").query(String.class).list()).containsExactly("dropped");
    assertThat(jdbc.sql("select count(*) from notification_messages where template = 'task-assigned'").query(Long.class).single()).isZero();
  }

  @Test
  void waitingTaskIsOneRowUntilItIsSentToTheMembersOfItsGroup() {
    String id = start(customer(null)).getId();
    sendAndForget();

    persons.as(COLLEAGUE, () -> {
      tasks.complete(task(id).getId());
      return null;
    });
    assertThat(jdbc.sql("select count(*) from notification_messages where template = 'task-offered'").query(Long.class).single()).isEqualTo(1);
    sender.sendDue();

    // The colleague brought the case there and knows.
    assertThat(mails("task-offered")).containsExactly(AGENT);
    assertThat(MAIL.getReceivedMessages()).extracting(NotificationsIT::to).containsExactly(AGENT + "@kefu.example");
  }

  @Test
  void customerGetsReceiptAndResultInBothLanguages() throws Exception {
    CustomerCard customer = customer("wang@huaqiang.example");
    Task answer = atAnswer(customer);
    String number = number(answer);
    sendAndForgetStaff();
    MimeMessage receipt = theOnlyMail();
    assertThat(to(receipt)).isEqualTo("wang@huaqiang.example");
    assertThat(receipt.getFrom()[0].toString()).contains("service@kefu.example");
    assertThat(receipt.getSubject()).isEqualTo("Your request 您的請求 " + number);
    assertThat(text(receipt)).contains("尊敬的客戶 " + customer.name()).contains("受理編號為 " + number).contains("on " + LocalDate.now(clock));
    MAIL.purgeEmailFromAllMailboxes();

    tasks.complete(answer.getId());
    sendAndForgetStaff();

    MimeMessage result = theOnlyMail();
    assertThat(result.getSubject()).isEqualTo("Result of your request 您的請求處理結果 " + number);
    assertThat(text(result)).contains("結果：Solved 已解決").contains("closed on " + LocalDate.now(clock) + ": Solved 已解決");
    assertThat(notificationLog.ofCase(number)).extracting(NotificationLog.Entry::template).contains("customer-receipt", "customer-result");
    assertThat(jdbc.sql("select count(*) from audit_entries where action = 'notify' and case_number = ? and subject_id = ?").params(number, customer.code())
        .query(Long.class).single()).isEqualTo(2);
  }

  @Test
  void customerIsToldOfEachNewDateOnce() throws Exception {
    Task answer = atAnswer(customer("wang@huaqiang.example"));
    jdbc.sql("delete from notification_messages").update();

    customerNotices.delayed(answer.getProcessInstanceId(), LocalDate.of(2026, 3, 2));
    customerNotices.delayed(answer.getProcessInstanceId(), LocalDate.of(2026, 3, 2));
    sender.sendDue();

    assertThat(theOnlyMail().getSubject()).isEqualTo("Your request takes longer 您的請求延期處理 " + number(answer));
    assertThat(text(theOnlyMail())).contains("2026-03-02");
  }

  @Test
  void customerWithoutMailAddressIsNotedAsSuch() {
    CustomerCard customer = customer(null);
    Task answer = atAnswer(customer);

    sender.sendDue();

    assertThat(notificationLog.ofCase(number(answer))).filteredOn(entry -> entry.template().equals("customer-receipt")).singleElement()
        .satisfies(entry -> assertThat(entry.state()).isEqualTo("noAddress"))
        .satisfies(entry -> assertThat(entry.to()).isEqualTo(customer.code()));
  }

  @Test
  void helpCaseSendsAReceiptOnceItsCustomerIsFound() {
    String number = persons.start(AGENT, "customer-help").getBusinessKey();
    assertThat(notificationLog.ofCase(number)).isEmpty();

    persons.submit(AGENT, number, "userTask_record", "need", Map.of("customer", "Blue Lake Foods", "channel", "phone",
        "receivedAt", "2026-11-23T09:30+08:00", "kind", "usageQuestion", "content", "How is it cleaned?", "answerKnown", true,
        "due", LocalDate.now(clock).plusDays(7) + "T18:00+08:00"));

    assertThat(notificationLog.ofCase(number)).extracting(NotificationLog.Entry::template, NotificationLog.Entry::to)
        .contains(tuple("customer-receipt", customers.search("Blue Lake Foods", 1).get(0).code()));
  }

  @Test
  void taskThatIsRolledBackLeavesNoMessage() {
    Task record = task(start(customer("wang@huaqiang.example")).getId());
    jdbc.sql("delete from notification_messages").update();

    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
      tasks.complete(record.getId());
      throw new IllegalStateException("the step after fails");
    })).hasMessage("the step after fails");

    assertThat(jdbc.sql("select count(*) from notification_messages").query(Long.class).single()).isZero();
  }

  @Test
  void caseGoesOnWhileTheMailServerIsAwayOrHangs() {
    MAIL.stop();
    try {
      atAnswer(customer("wang@huaqiang.example"));
    } finally {
      MAIL.start();
    }

    // While the mail server has not answered, somebody else completes a task: the sender holds nothing that this needs.
    AtomicReference<Task> other = new AtomicReference<>();
    sender((message, letter) -> {
      if (other.get() == null) {
        other.set(CompletableFuture.supplyAsync(() -> atAnswer(customer("li@huaqiang.example"))).orTimeout(30, TimeUnit.SECONDS).join());
      }
    }).sendDue();

    assertThat(other.get()).isNotNull();
  }

  @Test
  void nodeThatIsKilledAfterTheMailServerTookAMessageSendsItNoSecondTime() {
    tasks.setAssignee(atAnswer(customer(null)).getId(), AGENT);
    jdbc.sql("delete from notification_messages where template <> 'task-assigned' or recipient_id <> ?").param(AGENT).update();
    Sender killed = sender((message, letter) -> {
      mailChannel.deliver(message, letter);
      throw new OutOfMemoryError("killed by the test");
    });
    assertThatThrownBy(killed::sendDue).isInstanceOf(OutOfMemoryError.class);

    jdbc.sql("update notification_messages set lease_until = created_at").update();
    sender.sendDue();
    sender.sendDue();

    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    assertThat(jdbc.sql("select state from notification_messages").query(String.class).list()).containsExactly("doubtful");
  }

  @Test
  void administratorsSeeWhatWasNotSentAndSendItAgain() {
    CustomerCard customer = customer(null);
    String number = number(atAnswer(customer));
    sender.sendDue();

    JsonNode found = list("/api/notifications?case=" + number + "&state=noAddress");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("recipientId").asText()).isEqualTo(customer.code());
    assertThat(found.get(0).has("content") || found.get(0).has("address")).isFalse();

    String retry = "/api/notifications/" + found.get(0).get("id").asLong() + "/retry";
    assertThat(admin().postForEntity(retry, null, String.class).getStatusCode()).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(list("/api/notifications?case=" + number + "&state=waiting")).hasSize(1);
    ResponseEntity<JsonNode> again = admin().postForEntity(retry, null, JsonNode.class);
    assertThat(again.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(again.getBody().get("message").asText()).contains("Only a message that failed").contains("可重發");
    assertThat(list("/api/notifications").size()).isGreaterThan(1);
  }

  @Test
  void whatWaitsAndWhatFailedStandsInHealthAndMetrics() {
    atAnswer(customer(null));
    sender.sendDue();

    assertThat(admin().getForObject("/actuator/health", JsonNode.class).at("/components/notification/details/noAddress").asInt()).isPositive();
    assertThat(meters.get("kefu.notifications").tag("state", "noAddress").gauge().value()).isPositive();
    assertThat(http.getForObject("/actuator/health", JsonNode.class).has("components")).as("details for strangers").isFalse();
  }

  private Sender sender(Channel channel) {
    return new Sender(outbox, addressees, writer, offers, channel, properties, audit, transaction);
  }

  private ProcessInstance start(CustomerCard customer) {
    return runtime.startProcessInstanceByKey(PROCESS, Map.of("starter", COLLEAGUE, "customer", customer.code()));
  }

  /** Starts a case and brings it to the task that waits for the group. */
  private Task atAnswer(CustomerCard customer) {
    String id = start(customer).getId();
    tasks.complete(task(id).getId());
    return task(id);
  }

  private Task task(String processInstanceId) {
    return tasks.createTaskQuery().processInstanceId(processInstanceId).singleResult();
  }

  private String number(Task task) {
    return runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey();
  }

  private CustomerCard customer(String email) {
    return customers.register(new NewCustomer("華強 " + UUID.randomUUID(), null, "direct", "current", "13700137999", email, "north", null, "referral", true));
  }

  /** Sends what a step before has left and forgets it. */
  private void sendAndForget() {
    sender.sendDue();
    try {
      empty();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private void sendAndForgetStaff() {
    jdbc.sql("delete from notification_messages where template like 'task-%'").update();
    sender.sendDue();
  }

  private List<String> mails(String template) {
    return jdbc.sql("select recipient_id from notification_messages where template = ? and state = 'sent'").param(template).query(String.class).list();
  }

  private TestRestTemplate admin() {
    return http.withBasicAuth("admin", password);
  }

  private JsonNode list(String path) {
    return admin().getForObject(path, JsonNode.class);
  }

  private static MimeMessage theOnlyMail() {
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    return MAIL.getReceivedMessages()[0];
  }

  private static String text(MimeMessage mail) throws MessagingException, IOException {
    return ((String) mail.getContent()).replace("\r\n", "\n");
  }

  private static String to(MimeMessage mail) {
    try {
      return Arrays.toString(mail.getAllRecipients()).replaceAll("[\\[\\]]", "");
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }
}
