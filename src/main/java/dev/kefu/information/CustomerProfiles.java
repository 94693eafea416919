package dev.kefu.information;

import java.util.Optional;

/** Customers' records in short. Whoever asks has checked that the person may read the register of customers. */
public interface CustomerProfiles {

  /** The customer with this number, or the one that it was merged into; empty for an unknown number. */
  Optional<CustomerProfile> find(String code);
}
