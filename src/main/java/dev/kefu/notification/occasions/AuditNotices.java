package dev.kefu.notification.occasions;

import dev.kefu.audit.TrailDamaged;
import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.NotificationTemplates;
import dev.kefu.notification.Notifications;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells administrators when the audit trail is not what was sealed; each node may, the message's key keeps it one for a moment. */
@Component
@RequiredArgsConstructor
class AuditNotices {

  private static final String ADMINISTRATORS = "it-administrator";

  private final Notifications notifications;

  @EventListener
  void damaged(TrailDamaged damaged) {
    notifications.send(new Notification("audit-trail/" + damaged.when(), Recipient.role(ADMINISTRATORS), NotificationTemplates.AUDIT_TRAIL_DAMAGED, null,
        Map.of("when", damaged.when(), "fault", damaged.fault())));
  }
}
