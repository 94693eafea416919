package dev.kefu.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.icegreen.greenmail.util.GreenMail;
import dev.kefu.KefuIT;
import dev.kefu.TestDatabase;
import dev.kefu.TestMail;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is put into the outbox leaves it once, whatever happens. */
@KefuIT
class OutboxIT {

  private static final String AGENT = "call-center-agent";
  private static final String SPECIALIST = "relationship-specialist";
  private static final GreenMail MAIL = TestMail.SERVER;

  @Autowired
  private Outbox outbox;
  @Autowired
  private Sender sender;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private TransactionTemplate transaction;
  @Autowired
  private IdentityService identities;
  @Autowired
  private Clock clock;

  @BeforeEach
  @AfterEach
  void empty() throws Exception {
    jdbc.sql("delete from notification_messages").update();
    MAIL.purgeEmailFromAllMailboxes();
  }

  @Test
  void messageIsSentOnceHoweverOftenItIsAskedFor() throws Exception {
    outbox.send(toAgent("once"));
    outbox.send(toAgent("once"));

    sender.sendDue();
    sender.sendDue();
    outbox.send(toAgent("once"));
    sender.sendDue();

    MimeMessage mail = theOnlyMail();
    assertThat(mail.getAllRecipients()).extracting(Object::toString).containsExactly(AGENT + "@kefu.example");
    assertThat(mail.getSubject()).isEqualTo("HLP-2026-000001 Task assigned to you 任務已分配給您: Answer 解答");
    assertThat((String) mail.getContent()).contains("Call-centre agent 呼叫中心座席員").contains("已分配給您").contains("/camunda/app/tasklist/default/#/?task=4711");
    assertThat(mail.getContentType()).startsWith("text/plain");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(states()).containsExactly("sent");
  }

  @Test
  void callersTransactionGoesOnAfterASecondMessageOfTheSameKey() {
    outbox.send(toAgent("twice"));

    transaction.executeWithoutResult(status -> {
      outbox.send(toAgent("twice"));
      outbox.send(toAgent("other"));
    });

    assertThat(keys()).containsExactlyInAnyOrder("twice", "other");
  }

  @Test
  void twoTransactionsThatAskAtOnceBothSucceed() throws Exception {
    CountDownLatch putIn = new CountDownLatch(1);
    ExecutorService pool = Executors.newFixedThreadPool(2);
    try {
      Future<?> first = pool.submit(() -> transaction.executeWithoutResult(status -> {
        outbox.send(toAgent("race"));
        putIn.countDown();
        Awaitility.await().until(this::somebodyWaits);
        outbox.send(toAgent("before"));
        outbox.send(toAgent("then"));
      }));
      Future<?> second = pool.submit(() -> transaction.executeWithoutResult(status -> {
        await(putIn);
        outbox.send(toAgent("race"));
        outbox.send(toAgent("second"));
      }));
      first.get();
      second.get();
    } finally {
      pool.shutdownNow();
    }

    assertThat(keys()).containsExactlyInAnyOrder("race", "before", "then", "second");
  }

  /** Whether a transaction waits for a row that another one holds. H2 does not tell, and has no such deadlock: there the first one just goes on. */
  private boolean somebodyWaits() {
    return !TestDatabase.isMySql() || jdbc.sql("select count(*) from information_schema.innodb_trx where trx_state = 'LOCK WAIT'").query(Integer.class).single() > 0;
  }

  @Test
  void rolledBackTransactionLeavesNoMessage() {
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
      outbox.send(toAgent("lost"));
      throw new IllegalStateException("the step after fails");
    })).hasMessage("the step after fails");

    assertThat(keys()).isEmpty();
  }

  @Test
  void unknownTextIsRefusedAtOnce() {
    assertThatThrownBy(() -> outbox.send(new Notification("x", Recipient.user(AGENT), "no-such-text", null, Map.of())))
        .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("templates/notification/no-such-text.txt");
  }

  @Test
  void everyHolderOfThePostsIsToldOnce() throws Exception {
    User both = identities.createUserQuery().userId(AGENT).singleResult();
    identities.createMembership(both.getId(), SPECIALIST);
    try {
      outbox.send(message("posts", Recipient.role(SPECIALIST + "," + AGENT), Map.of("task", "Answer", "taskId", "4711")));
      sender.sendDue();
    } finally {
      identities.deleteMembership(both.getId(), SPECIALIST);
    }

    assertThat(recipients()).containsExactlyInAnyOrder("call-center-agent@kefu.example", "call-center-agent-2@kefu.example",
        "relationship-specialist@kefu.example", "relationship-specialist-2@kefu.example");
    assertThat(states()).contains("expanded");
  }

  @Test
  void vacantPostsSuperiorIsTold() throws Exception {
    List<String> agents = List.of(AGENT, AGENT + "-2");
    agents.forEach(agent -> identities.deleteMembership(agent, AGENT));
    try {
      outbox.send(message("vacant", Recipient.role(AGENT), Map.of("task", "Answer")));
      sender.sendDue();
    } finally {
      agents.forEach(agent -> identities.createMembership(agent, AGENT));
    }

    assertThat(mailsAbout("Answer")).containsExactlyInAnyOrder("call-center-team-leader@kefu.example", "call-center-team-leader-2@kefu.example");
  }

  @Test
  void twoSendersAtOnceSendEachMessageOnce() throws Exception {
    int messages = 30;
    IntStream.range(0, messages).forEach(i -> outbox.send(toAgent("many/" + i)));
    ExecutorService nodes = Executors.newFixedThreadPool(3);
    try {
      for (Future<Void> node : nodes.invokeAll(IntStream.range(0, 3).<Callable<Void>>mapToObj(i -> () -> {
        sender.sendDue();
        return null;
      }).toList())) {
        node.get();
      }
    } finally {
      nodes.shutdownNow();
    }

    assertThat(MAIL.getReceivedMessages()).hasSize(messages);
    assertThat(Arrays.stream(MAIL.getReceivedMessages()).map(OutboxIT::messageId)).doesNotHaveDuplicates();
    assertThat(states()).hasSize(messages).containsOnly("sent");
  }

  @Test
  void messageOfANodeThatDiedWhileSendingIsDoubtfulAndNotSentAgain() {
    outbox.send(toAgent("killed"));
    assertThat(outbox.due()).hasSize(1).allMatch(outbox::claim);
    sender.sendDue();
    assertThat(states()).containsExactly("sending");

    jdbc.sql("update notification_messages set lease_until = created_at").update();
    sender.sendDue();

    assertThat(states()).containsExactly("doubtful");
    assertThat(MAIL.getReceivedMessages()).isEmpty();
  }

  @Test
  void rolesMessageOfADeadNodeStartsAnew() {
    outbox.send(message("killed-role", Recipient.role(AGENT), Map.of("task", "Answer")));
    assertThat(outbox.due()).hasSize(1).allMatch(outbox::claim);
    jdbc.sql("update notification_messages set lease_until = created_at").update();

    sender.sendDue();

    assertThat(MAIL.getReceivedMessages()).hasSize(2);
  }

  @Test
  void messageIsTriedAgainLaterAndLaterUntilItHasFailed() {
    outbox.send(toAgent("later"));
    MAIL.stop();
    try {
      for (Duration wait : List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofHours(12))) {
        sender.sendDue();
        sender.sendDue();
        assertThat(states()).containsExactly("waiting");
        assertThat(nextAttempt()).isCloseTo(LocalDateTime.now(clock).plus(wait), within(1, ChronoUnit.MINUTES));
        makeDue();
      }
      sender.sendDue();
    } finally {
      MAIL.start();
    }
    assertThat(states()).containsExactly("failed");

    assertThat(outbox.retry(id())).isTrue();
    sender.sendDue();

    assertThat(states()).containsExactly("sent");
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
  }

  @Test
  void mailServerThatIsAwayIsAskedOncePerRound() {
    IntStream.range(0, 5).forEach(i -> outbox.send(toAgent("away/" + i)));
    MAIL.stop();
    try {
      sender.sendDue();
    } finally {
      MAIL.start();
    }

    assertThat(jdbc.sql("select sum(attempts) from notification_messages").query(Integer.class).single()).isEqualTo(1);
    makeDue();
    sender.sendDue();
    assertThat(MAIL.getReceivedMessages()).hasSize(5);
  }

  @Test
  void linesInAFactBecomeNoHeader() throws Exception {
    outbox.send(message("headers", Recipient.user(AGENT), Map.of("task", "Answer\r\nBcc: thief@elsewhere.example\r\n\r\n<b>x</b>", "taskId", "1")));

    sender.sendDue();

    MimeMessage mail = theOnlyMail();
    assertThat(mail.getHeader("Bcc")).isNull();
    assertThat(mail.getSubject()).doesNotContain("\n").contains("Answer Bcc: thief@elsewhere.example <b>x</b>");
  }

  @Test
  void addressWithALineBreakIsNoAddress() {
    String stored = mailOf(AGENT, "a@kefu.example\r\nBcc: thief@elsewhere.example");
    try {
      outbox.send(toAgent("address"));
      sender.sendDue();
    } finally {
      mailOf(AGENT, stored);
    }

    assertThat(states()).containsExactly("noAddress");
    assertThat(MAIL.getReceivedMessages()).isEmpty();
  }

  @Test
  void textsThatAreLongerThanNeededAreForgottenInTime() {
    outbox.send(toAgent("old"));
    sender.sendDue();
    outbox.send(toAgent("waiting"));
    jdbc.sql("update notification_messages set created_at = ?").param(OutboxTime.format(LocalDateTime.now(clock).minusDays(91))).update();

    outbox.clean();

    assertThat(keys()).containsExactly("waiting");
  }

  private static Notification toAgent(String key) {
    return message(key, Recipient.user(AGENT), Map.of("task", "Answer\n解答", "taskId", "4711", "process", "Help"));
  }

  private static Notification message(String key, Recipient to, Map<String, String> facts) {
    return new Notification(key, to, NotificationTemplates.TASK_ASSIGNED, "HLP-2026-000001", facts);
  }

  private List<String> states() {
    return jdbc.sql("select state from notification_messages order by id").query(String.class).list();
  }

  private List<String> keys() {
    return jdbc.sql("select message_key from notification_messages").query(String.class).list();
  }

  private long id() {
    return jdbc.sql("select id from notification_messages").query(Long.class).single();
  }

  private LocalDateTime nextAttempt() {
    return jdbc.sql("select next_attempt from notification_messages").query(LocalDateTime.class).single();
  }

  private void makeDue() {
    jdbc.sql("update notification_messages set next_attempt = created_at").update();
  }

  private String mailOf(String userId, String address) {
    User user = identities.createUserQuery().userId(userId).singleResult();
    String before = user.getEmail();
    user.setEmail(address);
    identities.saveUser(user);
    return before;
  }

  private static MimeMessage theOnlyMail() {
    assertThat(MAIL.getReceivedMessages()).hasSize(1);
    return MAIL.getReceivedMessages()[0];
  }

  /** Recipients of the mails whose subject names a task; tasks that other classes left open may raise the alarm of a vacant post beside. */
  private static List<String> mailsAbout(String task) {
    return Arrays.stream(MAIL.getReceivedMessages()).filter(mail -> subject(mail).contains(task)).map(OutboxIT::recipient).toList();
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> recipients() throws Exception {
    return Arrays.stream(MAIL.getReceivedMessages()).map(OutboxIT::recipient).toList();
  }

  private static String recipient(MimeMessage mail) {
    try {
      return mail.getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String messageId(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
