package dev.kefu.notification.outbox;

import dev.kefu.notification.outbox.Channel.Undelivered.Why;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailParseException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends by SMTP. What was refused or never handed over may be tried again; what was handed over without an answer may not. */
@Slf4j
@RequiredArgsConstructor
class MailChannel implements Channel {

  private static final String SENDER = "Kefu 客服";

  private final JavaMailSenderImpl mailSender;
  private final InternetAddress from;
  private final Clock clock;

  @Override
  public void deliver(Message message, Letter letter) {
    Outgoing mail = mail(message, letter);
    try {
      mailSender.send(mail);
    } catch (MailException e) {
      if (mail.handedOver && e instanceof MailSendException failure && failure.getFailedMessages().isEmpty()) {
        log.debug("The mail server took message {} and then did not say goodbye", message.id(), e);
      } else {
        throw undelivered(mail, e);
      }
    }
  }

  private Outgoing mail(Message message, Letter letter) {
    try {
      Outgoing mail = new Outgoing(mailSender.getSession());
      mail.setFrom(new InternetAddress(from.getAddress(), SENDER, StandardCharsets.UTF_8.name()));
      mail.setRecipient(RecipientType.TO, new InternetAddress(letter.address(), true));
      mail.setSubject(letter.subject(), StandardCharsets.UTF_8.name());
      mail.setText(letter.text(), StandardCharsets.UTF_8.name());
      mail.setSentDate(Date.from(clock.instant()));
      // The same for every attempt: whoever gets a message twice in spite of all can tell.
      mail.setHeader("Message-ID", "<kefu.%d.%d@%s>".formatted(message.id(), message.createdAt().toInstant(ZoneOffset.UTC).toEpochMilli(),
          from.getAddress().substring(from.getAddress().indexOf('@') + 1)));
      // RFC 3834: no out-of-office answers to a machine.
      mail.setHeader("Auto-Submitted", "auto-generated");
      return mail;
    } catch (MessagingException | UnsupportedEncodingException e) {
      throw new Undelivered(Why.REFUSED, e.getMessage(), e);
    }
  }

  private static Undelivered undelivered(Outgoing mail, MailException e) {
    Throwable reason = e instanceof MailSendException failure && failure.getMessageExceptions().length > 0 ? failure.getMessageExceptions()[0] : e;
    boolean refused = reason instanceof SendFailedException && !isSilence(reason) || reason instanceof SMTPSenderFailedException || e instanceof MailParseException;
    return new Undelivered(refused ? Why.REFUSED : mail.handedOver ? Why.DOUBTFUL : Why.UNREACHABLE, text(reason), e);
  }

  /** A connection that broke has the answer -1. */
  private static boolean isSilence(Throwable reason) {
    return reason instanceof SMTPSendFailedException failure && failure.getReturnCode() < 0;
  }

  private static String text(Throwable reason) {
    return reason.getClass().getSimpleName() + ": " + reason.getMessage();
  }

  /** Knows whether the mail server agreed to take the text: only after that can it be doubtful what became of it. */
  private static final class Outgoing extends MimeMessage {

    private boolean handedOver;

    private Outgoing(Session session) {
      super(session);
    }

    @Override
    public void writeTo(OutputStream out, String[] ignoredHeaders) throws IOException, MessagingException {
      handedOver = true;
      super.writeTo(out, ignoredHeaders);
    }
  }
}
