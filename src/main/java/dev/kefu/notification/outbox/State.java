package dev.kefu.notification.outbox;

/** Where a message stands. The names stand in the database. */
enum State {

  /** To be sent at its next attempt. */
  waiting,
  /** One node is about to hand it to the mail server. */
  sending,
  /** The mail server took it. */
  sent,
  /** To a role: one message for each member took its place. */
  expanded,
  /** Not needed any more when it was due. */
  dropped,
  /** Nobody to send it to. */
  noAddress,
  /** Every attempt failed. */
  failed,
  /** The mail server may have taken it or not: it is not sent again unless an administrator says so. */
  doubtful
}
