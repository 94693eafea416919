package dev.kefu.notification.outbox;

/** A way out of the house. */
interface Channel {

  /**
   * Hands a letter over.
   *
   * @throws Undelivered when it did not, or perhaps did not, reach the other side
   */
  void deliver(Message message, Letter letter);

  /** A letter was not handed over, or it is not known whether it was. */
  class Undelivered extends RuntimeException {

    private final Why why;

    Undelivered(Why why, String message, Throwable cause) {
      super(message, cause);
      this.why = why;
    }

    Why why() {
      return why;
    }

    /** What can be done about it. */
    enum Why {
      /** Nobody answers: the others would fare no better now. */
      UNREACHABLE,
      /** This one was refused. */
      REFUSED,
      /** The text was handed over, the answer is missing. */
      DOUBTFUL
    }
  }
}
