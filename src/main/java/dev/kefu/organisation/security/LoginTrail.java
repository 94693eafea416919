package dev.kefu.organisation.security;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Writes logins, refused logins and logouts to the audit trail; of the remote address only a digest is kept there. */
@Component
@RequiredArgsConstructor
class LoginTrail {

  private static final int LONGEST_USER_ID = 64;

  /** Asked late: filters must not start the engine and its database while the web server is starting. */
  private final ObjectProvider<AuditTrail> trail;

  void succeeded(String userId, String application, String remoteAddress) {
    write("login", userId, application, remoteAddress);
  }

  void refused(String userId, String application, String remoteAddress) {
    write("loginRefused", userId, application, remoteAddress);
  }

  void loggedOut(String userId, String remoteAddress) {
    write("logout", userId, "webapps", remoteAddress);
  }

  private void write(String action, String userId, String application, String remoteAddress) {
    String actor = userId == null ? "" : userId.substring(0, Math.min(userId.length(), LONGEST_USER_ID));
    trail.ifAvailable(audit -> audit.write(
      new AuditRecord(AuditRecord.Kind.LOGIN, actor, action, "application", application, null, Map.of("remoteAddress", remoteAddress))));
  }
}
