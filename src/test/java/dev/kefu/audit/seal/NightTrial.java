package dev.kefu.audit.seal;

import org.springframework.beans.factory.BeanFactory;

/** Seals and verifies at once, for tests that do not wait for the night. */
public final class NightTrial {

  private NightTrial() {
  }

  public static void verify(BeanFactory beans) {
    beans.getBean(Sealing.class).seal();
    beans.getBean(NightlyVerification.class).verify();
  }
}
