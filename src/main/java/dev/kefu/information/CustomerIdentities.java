package dev.kefu.information;

import java.util.Optional;

/** Knows by what a customer is recognised, and forgets it. Whoever asks has checked the right. */
public interface CustomerIdentities {

  /** Empty for an unknown number, and for one that was merged into another. */
  Optional<CustomerIdentity> of(String code);

  /** Empties the record; its number and what reports count stay. */
  void anonymise(String code);
}
