package dev.kefu.notification.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.kefu.notification.Notification.Recipient.Kind;
import dev.kefu.notification.outbox.Channel.Undelivered;
import dev.kefu.notification.outbox.Channel.Undelivered.Why;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** What may be tried again after each way in which a mail server can fail. */
class MailChannelTest {

  private static final Message MESSAGE = new Message(17, "key", Kind.USER, "somebody", "task-assigned", null, Map.of(), LocalDateTime.of(2026, 1, 5, 9, 0), 1, "token");
  private static final Letter LETTER = new Letter("somebody@kefu.example", "Subject 標題", "Text 內容\n");

  @Test
  void aWillingServerTakesTheLetter() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      assertThatCode(() -> channel(server.port()).deliver(MESSAGE, LETTER)).doesNotThrowAnyException();
    }
  }

  @Test
  void aServerThatTookTheLetterNeedNotSayGoodbye() throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of("QUIT", ScriptedMailServer.SILENCE))) {
      assertThatCode(() -> channel(server.port()).deliver(MESSAGE, LETTER)).doesNotThrowAnyException();
    }
  }

  @ParameterizedTest(name = "{0} answered with {1}")
  @CsvSource({
      "'', silence, UNREACHABLE",
      "'', 421 too busy, UNREACHABLE",
      "MAIL, 550 not you, REFUSED",
      "MAIL, '', UNREACHABLE",
      "RCPT, 550 nobody of that name, REFUSED",
      "RCPT, 451 later, REFUSED",
      "RCPT, silence, UNREACHABLE",
      "DATA, 554 no, REFUSED",
      "DATA, silence, UNREACHABLE",
      "., 554 no such content, REFUSED",
      "., 451 later, REFUSED",
      "., silence, DOUBTFUL",
      "., '', DOUBTFUL"})
  void onlyTheAnswerThatIsMissingAfterTheTextLeavesADoubt(String command, String answer, Why why) throws Exception {
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of(command, answer))) {
      Undelivered undelivered = catchThrowableOfType(Undelivered.class, () -> channel(server.port()).deliver(MESSAGE, LETTER));
      assertThat(undelivered).isNotNull();
      assertThat(undelivered.why()).isEqualTo(why);
    }
  }

  private static MailChannel channel(int port) throws Exception {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("localhost");
    sender.setPort(port);
    sender.getJavaMailProperties().putAll(Map.of("mail.smtp.connectiontimeout", "500", "mail.smtp.timeout", "500", "mail.smtp.writetimeout", "500"));
    return new MailChannel(sender, new InternetAddress("service@kefu.example"), Clock.systemUTC());
  }
}
