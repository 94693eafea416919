package dev.kefu.engine.deployment;

import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators which processes differ between the program's files and the running system. */
@RestController
@RequiredArgsConstructor
class DeploymentController {

  private final DeploymentOverview overview;

  @GetMapping("/api/deployments")
  List<DeploymentView> deployments() {
    return overview.read();
  }
}
