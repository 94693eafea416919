package dev.kefu.engine.events;

import java.util.List;

/**
 * Something that a case can be told now.
 *
 * @param message the message's name in the model
 * @param title what the model calls the event
 * @param form id of the form whose data it brings; null for none
 * @param executionId where it waits
 * @param processInstanceId the case, or the called part of it
 * @param roles role ids of those who may report it
 * @param until activity ids; once one is completed, it is too late
 */
record WaitingEvent(String message, String title, String form, String executionId, String processInstanceId, List<String> roles,
                    List<String> until) {
}
