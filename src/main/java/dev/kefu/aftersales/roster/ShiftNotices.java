package dev.kefu.aftersales.roster;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** Tells people their shifts when a version is published. */
@Component
@RequiredArgsConstructor
class ShiftNotices {

  private final Rosters rosters;
  private final ShiftHours hours;
  private final Notifications notifications;

  /** Tells each of these people, once a version, the shifts that they have in it. */
  void tell(Roster roster, Collection<String> people, String what) {
    List<PlannedShift> current = rosters.current(roster);
    people.forEach(person -> notifications.send(new Notification("roster/" + roster.getCaseNumber() + "/" + roster.getCurrentVersion() + "/" + person, Recipient.user(person),
        NotificationTemplates.ROSTER_PUBLISHED, roster.getCaseNumber(), Map.of("month", roster.getRosterMonth(), "what", what, "shifts", current.stream()
            .filter(shift -> shift.person().equals(person)).map(this::line).collect(Collectors.joining("\n"))))));
  }

  private String line(PlannedShift shift) {
    return "- %s, %s – %s, %s".formatted(shift.label(), hours.from(shift.day(), shift.kind()).toLocalTime(), hours.until(shift.day(), shift.kind()).toLocalTime(), shift.area());
  }
}
