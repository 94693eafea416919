package dev.kefu.audit;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Who may ask whether the trail is whole and who held which right: administrators and auditors. */
@Component
@RequiredArgsConstructor
public class AuditReaders {

  private static final List<String> GROUPS = List.of("camunda-admin", "auditor");

  private final IdentityService identityService;

  /**
   * Lets administrators and auditors pass.
   *
   * @throws ResponseStatusException 403 for everybody else
   */
  public void require() {
    Authentication person = identityService.getCurrentAuthentication();
    if (person == null || person.getGroupIds() == null || GROUPS.stream().noneMatch(person.getGroupIds()::contains)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This is for auditors and administrators. 僅限審計員與系統管理員。");
    }
  }
}
