package dev.kefu.notification;

/** The outbox: what is put in is sent later, by a job, and never twice. */
public interface Notifications {

  /** Puts a message into the outbox, in the caller's transaction; a second message with the same key is dropped. */
  void send(Notification notification);
}
