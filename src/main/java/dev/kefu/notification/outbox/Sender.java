package dev.kefu.notification.outbox;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.engine.CaseInLog;
import dev.kefu.notification.Notification.Recipient.Kind;
import dev.kefu.notification.outbox.Channel.Undelivered;
import dev.kefu.notification.outbox.Channel.Undelivered.Why;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due. Any number of nodes may do it at any time: a message is marked as being sent, committed, before the mail server sees it. What
 * was handed over without an answer is never sent again by itself: at most once, and an administrator sees what is doubtful.
 */
@Slf4j
@Service
@RequiredArgsConstructor
class Sender {

  private final Outbox outbox;
  private final Addressees addressees;
  private final LetterWriter writer;
  private final OfferedTasks offers;
  private final Channel channel;
  private final NotificationProperties properties;
  private final AuditTrail audit;
  private final TransactionTemplate transaction;

  /** Never call it in a transaction: a slow mail server would hold it. */
  @Scheduled(fixedDelayString = "${kefu.notification.send-every}", initialDelayString = "${kefu.notification.send-every}")
  void sendDue() {
    int doubtful = outbox.takeOver();
    if (doubtful > 0) {
      log.error("{} messages are doubtful: a node stopped while it was sending them (GET /api/notifications?state=doubtful)", doubtful);
    }
    boolean reachable = true;
    for (List<Message> due = outbox.due(); reachable && !due.isEmpty(); due = outbox.due()) {
      reachable = due.stream().filter(outbox::claim).allMatch(this::handle);
    }
    outbox.clean();
  }

  /** Returns whether it is worth trying the next one now. */
  private boolean handle(Message message) {
    return CaseInLog.named(message.caseNumber(), () -> delivered(message));
  }

  private boolean delivered(Message message) {
    try {
      if (message.kind() == Kind.ROLE) {
        expand(message);
      } else {
        send(message);
      }
      return true;
    } catch (Undelivered e) {
      undelivered(message, e);
      return e.why() != Why.UNREACHABLE;
    } catch (RuntimeException e) {
      // Nothing has left the house: texts and addresses are made before.
      log.warn("Message {} could not be made", message.id(), e);
      again(message, e.toString());
      return true;
    }
  }

  private void expand(Message message) {
    if (!offers.stillStand(message)) {
      outbox.finish(message, State.dropped, null);
      return;
    }
    List<String> holders = addressees.holders(message.recipient());
    if (holders.isEmpty()) {
      outbox.finish(message, State.noAddress, "Nobody holds the post or one above it.");
      log.warn("Nobody to tell: {} for {}, message {}", message.template(), message.recipient(), message.id());
      return;
    }
    String causer = message.facts().get(LetterWriter.CAUSED_BY);
    outbox.expand(message, holders.stream().filter(holder -> !holder.equals(causer)).toList());
  }

  private void send(Message message) {
    if (message.attempts() > 1 && !offers.stillStand(message)) {
      outbox.finish(message, State.dropped, null);
      return;
    }
    Optional<Addressee> addressee = addressees.find(message.kind(), message.recipient());
    Optional<String> address = addressee.map(Addressee::address).flatMap(MailAddress::of);
    if (address.isEmpty()) {
      outbox.finish(message, State.noAddress, addressee.isEmpty() ? "Not known." : "No mail address, or one that is none.");
      return;
    }
    Letter letter = writer.write(message, addressee.get().name(), address.get());
    channel.deliver(message, letter);
    noteSent(message, letter);
  }

  /** When this fails the message stays as being sent and becomes doubtful: it is not sent again. */
  private void noteSent(Message message, Letter letter) {
    try {
      transaction.executeWithoutResult(status -> {
        outbox.sent(message, letter);
        if (message.kind() == Kind.CUSTOMER || message.kind() == Kind.OUTSIDER) {
          audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, null, "notify", message.kind().name().toLowerCase(Locale.ROOT), message.recipient(), message.caseNumber(),
              Map.of("template", message.template(), "address", letter.address(), "text", letter.text())));
        }
      });
    } catch (RuntimeException e) {
      log.error("Message {} was sent, but that could not be noted; it will be reported as doubtful", message.id(), e);
    }
  }

  private void undelivered(Message message, Undelivered e) {
    if (e.why() == Why.DOUBTFUL) {
      outbox.finish(message, State.doubtful, e.getMessage());
      log.error("Message {} is doubtful: the mail server took the text and did not answer. {}", message.id(), e.getMessage());
    } else {
      again(message, e.getMessage());
    }
  }

  private void again(Message message, String error) {
    if (message.attempts() > properties.retryAfter().size()) {
      outbox.finish(message, State.failed, error);
      log.error("Message {} ({}) has failed after {} attempts: {}", message.id(), message.template(), message.attempts(), error);
    } else {
      outbox.again(message, properties.retryAfter().get(message.attempts() - 1), error);
      log.warn("Message {} ({}) was not sent, attempt {}: {}", message.id(), message.template(), message.attempts(), error);
    }
  }
}
