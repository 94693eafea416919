package dev.kefu.organisation.production;

import java.util.List;

/** Stops a start in profile {@code production} that would leave a door open; every reason names a setting or a user. */
public class ProductionRefused extends RuntimeException {

  private final List<String> reasons;

  public ProductionRefused(List<String> reasons) {
    super("Kefu does not start in production: " + String.join("; ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  List<String> reasons() {
    return reasons;
  }
}
