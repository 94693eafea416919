package dev.kefu.notification;

import java.util.Map;

/**
 * A message to somebody.
 *
 * @param key what makes it the same message, for example {@code deadline/4711/reminder}: sent once, however often it is asked for; at most 180 characters
 * @param to whom
 * @param template name of the bilingual text, see {@link NotificationTemplates}
 * @param caseNumber the case that it is about, or null
 * @param facts what the text names, for example {@code due}, {@code task}
 */
public record Notification(String key, Recipient to, String template, String caseNumber, Map<String, String> facts) {

  public Notification {
    facts = Map.copyOf(facts);
  }

  /**
   * Somebody who is told.
   *
   * @param kind what the id is
   * @param id user id, customer code, mail address of an outsider, or role id: everybody who holds the post, its superior when nobody does; several roles with commas between them
   *     reach each person once
   */
  public record Recipient(Kind kind, String id) {

    /** What the id means. */
    public enum Kind { USER, ROLE, CUSTOMER, OUTSIDER }

    public static Recipient user(String userId) {
      return new Recipient(Kind.USER, userId);
    }

    public static Recipient role(String roleId) {
      return new Recipient(Kind.ROLE, roleId);
    }

    public static Recipient customer(String customerCode) {
      return new Recipient(Kind.CUSTOMER, customerCode);
    }

    /** Somebody whom no register of Kefu's knows, for example an agency; the text names who it is by a fact of its own. */
    public static Recipient outsider(String mailAddress) {
      return new Recipient(Kind.OUTSIDER, mailAddress);
    }
  }
}
