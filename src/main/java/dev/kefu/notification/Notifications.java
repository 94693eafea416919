package dev.kefu.notification;

/** The outbox: what is put in is sent later, by a job, and never twice. */
public interface Notifications {

  /**
   * Puts a message into the outbox, in the caller's transaction; a second message with the same key is dropped, also when two transactions
   * ask at once. Nothing is sent here, and no fault of a mail server reaches the caller.
   *
   * @throws IllegalArgumentException when the key is too long or there is no such template
   */
  void send(Notification notification);
}
