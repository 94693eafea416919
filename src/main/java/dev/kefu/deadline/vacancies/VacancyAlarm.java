package dev.kefu.deadline.vacancies;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

/** Tells the superior who stands in, and those who can give the post to somebody; once a day for each post, whatever the number of its tasks. */
@Slf4j
@Component
@RequiredArgsConstructor
class VacancyAlarm {

  private static final String ADMINISTRATORS = "it-administrator";
  /** A group of accounts, not a post: it is still there when nobody is employed yet. */
  private static final String TECHNICAL_ADMINISTRATORS = "camunda-admin";

  private final Notifications notifications;
  private final RoleDirectory roles;
  private final Clock clock;

  /**
   * Raises the alarm, in the caller's transaction.
   *
   * @param standIn group of the superior who stands in; empty when nobody does
   */
  void raise(String post, String standIn) {
    if (standIn.isEmpty()) {
      log.error("Nobody holds the post {} or one above it: nobody can do its tasks", post);
      send(post, "nobody", ADMINISTRATORS + "," + TECHNICAL_ADMINISTRATORS, NotificationTemplates.POST_VACANT_NOBODY, Map.of("role", label(post)));
      return;
    }
    Map<String, String> facts = Map.of("role", label(post), "standIn", label(standIn));
    send(post, "administrators", ADMINISTRATORS, NotificationTemplates.POST_VACANT_ALARM, facts);
    send(post, standIn, standIn, NotificationTemplates.POST_VACANT, facts);
  }

  private void send(String post, String about, String recipients, String template, Map<String, String> facts) {
    notifications.send(new Notification("post-vacant/" + post + "/" + LocalDate.now(clock) + "/" + about, Recipient.role(recipients), template, null, facts));
  }

  private String label(String roleId) {
    return roles.find(roleId).map(Role::label).orElse(roleId);
  }
}
