package dev.kefu;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTest {

  @Test
  void modulesUseOneAnotherOnlyThroughTheirRoots() {
    ApplicationModules.of(KefuApplication.class).verify();
  }
}
