package dev.kefu.complaint.handling;

/** What follows from a contact with the customer. */
final class ContactResult {

  private static final String NOT_REACHED = "notReached";

  private ContactResult() {
  }

  /** The outcome itself, or {@code again} and {@code noContact} for a customer who was not reached. */
  static String of(String outcome, boolean outOfReach) {
    if (!NOT_REACHED.equals(outcome)) {
      return outcome;
    }
    return outOfReach ? "noContact" : "again";
  }
}
