package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.directory.RolesFile;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators where the running system and the roles file differ. */
@RestController
@RequiredArgsConstructor
class ProvisioningController {

  private final RolesFile file;
  private final Provisioner provisioner;

  @GetMapping("/api/provisioning")
  List<Difference> differences() {
    return provisioner.differences(file);
  }
}
