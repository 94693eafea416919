package dev.kefu.engine.events;

import java.util.Date;

/**
 * A form that was handed in earlier in a case that still runs.
 *
 * @param root the variable that it wrote
 * @param form its id
 * @param title what the model calls the step
 * @param activityId the step's element id
 * @param activityInstanceId the engine's id of the one time it was done last
 * @param processInstanceId where it was done
 * @param processKey that instance's process id
 * @param performer user id; null when an event brought the form
 * @param at when
 * @param blocked why it cannot be corrected now, as people read it; null when it can
 */
record HandedIn(String root, String form, String title, String activityId, String activityInstanceId, String processInstanceId, String processKey,
                String performer, Date at, String blocked) {

  HandedIn blockedBecause(String why) {
    return new HandedIn(root, form, title, activityId, activityInstanceId, processInstanceId, processKey, performer, at, why);
  }
}
