package dev.kefu.notification;

import java.time.LocalDateTime;
import java.util.List;

/** Who was told what of a case; the texts themselves are not shown. Callers check that the person may see the case. */
public interface NotificationLog {

  /** Messages about a case to single persons and customers, oldest first. */
  List<Entry> ofCase(String caseNumber);

  /** What messages of a template are about: its subject without the facts. */
  String titleOf(String template);

  /**
   * One message.
   *
   * @param to user id or customer code
   * @param template see {@link NotificationTemplates}
   * @param state {@code waiting}, {@code sending}, {@code sent}, {@code dropped}, {@code noAddress}, {@code failed} or {@code doubtful}
   * @param createdAt when it was put into the outbox
   * @param sentAt when the mail server took it, or null
   */
  record Entry(String to, String template, String state, LocalDateTime createdAt, LocalDateTime sentAt) {
  }
}
