package dev.kefu.deadline.clocks;

import org.springframework.context.ApplicationContext;

/** Sweeps at the moment that a test of another module has chosen. */
public final class SweepByHand {

  private SweepByHand() {
  }

  public static void sweep(ApplicationContext context) {
    context.getBean(Sweep.class).sweep();
  }
}
