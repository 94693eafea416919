package dev.kefu.notification.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient.Kind;
import dev.kefu.notification.Notifications;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of messages. Whoever sends a message has claimed it by a conditional update: no lock is held while a mail server answers. What is one statement is a transaction
 * by itself and needs no other.
 */
@Component
@RequiredArgsConstructor
class Outbox implements Notifications {

  private static final int LONGEST_KEY = 180;
  private static final int LONGEST_ERROR = 500;
  private static final int LOOK_AHEAD = 20;
  private static final TypeReference<Map<String, String>> FACTS = new TypeReference<>() { };

  private final JdbcClient jdbc;
  private final ObjectMapper json;
  private final Texts texts;
  private final NotificationProperties properties;
  private final Clock clock;

  @Override
  @Transactional
  public void send(Notification notification) {
    if (notification.key().length() > LONGEST_KEY) {
      throw new IllegalArgumentException("A key has at most " + LONGEST_KEY + " characters: " + notification.key());
    }
    texts.demand(notification.template());
    if (!properties.off().contains(notification.template())) {
      put(notification);
    }
  }

  /** Also for the messages that a role's message becomes. A refused insert undoes itself alone, on both databases: the caller's transaction goes on. */
  private void put(Notification notification) {
    String now = now();
    try {
      jdbc.sql("""
              insert into notification_messages
                (message_key, recipient_kind, recipient_id, template, case_number, facts, created_at, state, next_attempt, attempts)
              values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)""")
          .params(notification.key(), notification.to().kind().name(), notification.to().id(), notification.template(), notification.caseNumber(),
              write(notification.facts()), now, State.waiting.name(), now)
          .update();
    } catch (DuplicateKeyException alreadyThere) {
      // The first one is sent; a transaction that asks at the same time has waited for it.
    }
  }

  /** What is due, the first of it; whoever wants to send a message claims it. */
  List<Message> due() {
    return jdbc.sql("select * from notification_messages where state = ? and next_attempt <= ? order by next_attempt, id limit " + LOOK_AHEAD)
        .params(State.waiting.name(), now()).query((row, number) -> message(row)).list();
  }

  /** Whether it is this node's now; false when another one was quicker. */
  boolean claim(Message message) {
    return jdbc.sql("update notification_messages set state = ?, attempts = ?, claim_token = ?, lease_until = ? where id = ? and state = ? and attempts = ?")
        .params(State.sending.name(), message.attempts(), message.token(), in(properties.lease()), message.id(), State.waiting.name(), message.attempts() - 1).update() == 1;
  }

  private Message message(ResultSet row) throws SQLException {
    return new Message(row.getLong("id"), row.getString("message_key"), Kind.valueOf(row.getString("recipient_kind")), row.getString("recipient_id"),
        row.getString("template"), row.getString("case_number"), read(row.getString("facts")), row.getObject("created_at", LocalDateTime.class),
        row.getInt("attempts") + 1, UUID.randomUUID().toString());
  }

  /** Puts one message for each member into the place of a role's message. */
  @Transactional
  void expand(Message message, List<String> userIds) {
    userIds.forEach(userId -> put(new Notification(message.key() + "/" + userId, Notification.Recipient.user(userId), message.template(),
        message.caseNumber(), message.facts())));
    finish(message, State.expanded, null);
  }

  /** Says how an attempt ended; nothing changes when the claim is not this node's any more. */
  void finish(Message message, State state, String error) {
    jdbc.sql("update notification_messages set state = ?, last_error = ? where id = ? and claim_token = ?")
        .params(state.name(), cut(error), message.id(), message.token()).update();
  }

  /** The mail server took it. */
  void sent(Message message, Letter letter) {
    jdbc.sql("update notification_messages set state = ?, sent_at = ?, address = ?, subject = ?, content = ?, last_error = null where id = ? and claim_token = ?")
        .params(State.sent.name(), now(), letter.address(), letter.subject(), letter.text(), message.id(), message.token()).update();
  }

  /** To be tried again after a while. */
  void again(Message message, Duration after, String error) {
    jdbc.sql("update notification_messages set state = ?, next_attempt = ?, last_error = ? where id = ? and claim_token = ?")
        .params(State.waiting.name(), in(after), cut(error), message.id(), message.token()).update();
  }

  /**
   * Takes over from nodes that died while they sent: what was for a role starts anew (nothing had left the house), the rest is doubtful.
   *
   * @return how many are doubtful now
   */
  @Transactional
  int takeOver() {
    jdbc.sql("update notification_messages set state = ? where state = ? and lease_until < ? and recipient_kind = ?")
        .params(State.waiting.name(), State.sending.name(), now(), Kind.ROLE.name()).update();
    return jdbc.sql("update notification_messages set state = ?, last_error = ? where state = ? and lease_until < ?")
        .params(State.doubtful.name(), "The node stopped while it was sending.", State.sending.name(), now()).update();
  }

  /** An administrator wants it sent; false when it is not in a state from which that makes sense. */
  boolean retry(long id) {
    return jdbc.sql("update notification_messages set state = ?, attempts = 0, next_attempt = ?, claim_token = null where id = ? and state in (?, ?, ?)")
        .params(State.waiting.name(), now(), id, State.failed.name(), State.noAddress.name(), State.doubtful.name()).update() == 1;
  }

  /** Deletes what is done with and older than it may be kept. */
  void clean() {
    jdbc.sql("delete from notification_messages where created_at < ? and state not in (?, ?)")
        .params(OutboxTime.format(LocalDateTime.now(clock).minus(properties.keep())), State.waiting.name(), State.sending.name()).update();
  }

  private String now() {
    return OutboxTime.format(LocalDateTime.now(clock));
  }

  private String in(Duration span) {
    return OutboxTime.format(LocalDateTime.now(clock).plus(span));
  }

  private String write(Map<String, String> facts) {
    try {
      return json.writeValueAsString(facts);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A map of texts is always valid JSON", e);
    }
  }

  private Map<String, String> read(String facts) {
    try {
      return json.readValue(facts, FACTS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The facts of a message are not JSON", e);
    }
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST_ERROR ? text : text.substring(0, LONGEST_ERROR);
  }
}
