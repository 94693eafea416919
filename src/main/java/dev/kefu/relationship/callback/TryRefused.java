package dev.kefu.relationship.callback;

/** A try or an appointment that does not count; the message is for whoever made it. */
class TryRefused extends RuntimeException {

  TryRefused(String message) {
    super(message);
  }
}
