package dev.kefu.engine.deployment;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Shows administrators which processes differ between the program's files and the running system. */
@RestController
@RequiredArgsConstructor
class DeploymentController {

  private final DeploymentOverview overview;
  private final IdentityService identity;

  @GetMapping("/api/deployments")
  List<DeploymentView> deployments() {
    Authentication person = identity.getCurrentAuthentication();
    if (person == null || !person.getGroupIds().contains(Groups.CAMUNDA_ADMIN)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "Only administrators see the deployments");
    }
    return overview.read();
  }
}
