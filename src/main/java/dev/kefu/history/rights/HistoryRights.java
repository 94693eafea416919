package dev.kefu.history.rights;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What the engine's authorizations let whoever asks read of the past: the cases of a process, and what people handed in there. */
@Component
@RequiredArgsConstructor
public class HistoryRights {

  private final IdentityService identityService;
  private final AuthorizationService authorizationService;

  /** Whose question it is. */
  public String personId() {
    return identityService.getCurrentAuthentication().getUserId();
  }

  /** Those of these processes whose cases the person may read. */
  public Set<String> readable(Collection<String> processKeys) {
    return allowed(processKeys, Permissions.READ_HISTORY);
  }

  /** Those of these processes of whose cases the person may also read forms, facts and decisions. */
  public Set<String> openedUp(Collection<String> processKeys) {
    return allowed(processKeys, ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
  }

  /**
   * Lets those pass who may read the cases of a process.
   *
   * @throws ResponseStatusException 403 for everybody else
   */
  public void requireReadable(String processKey) {
    if (!may(processKey, Permissions.READ_HISTORY)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "You may not read the cases of this process. 您無權查看此流程的案件。");
    }
  }

  /** Whether the person may read forms, facts and decisions of this process's cases. */
  public boolean mayReadFacts(String processKey) {
    return may(processKey, ProcessDefinitionPermissions.READ_HISTORY_VARIABLE);
  }

  private Set<String> allowed(Collection<String> processKeys, Permission permission) {
    return processKeys.stream().distinct().filter(key -> may(key, permission)).collect(Collectors.toSet());
  }

  private boolean may(String processKey, Permission permission) {
    Authentication person = identityService.getCurrentAuthentication();
    return person != null && authorizationService.isUserAuthorized(person.getUserId(), person.getGroupIds(), permission, Resources.PROCESS_DEFINITION, processKey);
  }
}
