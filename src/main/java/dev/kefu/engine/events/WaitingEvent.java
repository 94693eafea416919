package dev.kefu.engine.events;

import java.util.List;

/**
 * Something that a case can be told now.
 *
 * @param message the message's name in the model
 * @param title what the model calls the event
 * @param form id of the form whose data it brings; null for none
 * @param executionId where it waits
 * @param roles role ids of those who may report it
 * @param closedBy name of the step that is done and makes it too late; null while it is not
 */
record WaitingEvent(String message, String title, String form, String executionId, List<String> roles, String closedBy) {

  boolean isTooLate() {
    return closedBy != null;
  }
}
