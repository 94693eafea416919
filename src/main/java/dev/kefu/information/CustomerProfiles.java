package dev.kefu.information;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Customers' records in short, for the person on whose behalf the thread runs. Whoever asks has checked that the person may read the register of customers. */
public interface CustomerProfiles {

  /** The customer with this number, or the one that it was merged into; empty for an unknown number, and for a record whose secrecy grade is for others. */
  Optional<CustomerProfile> find(String code);

  /** Those of these numbers whose records the person may read. */
  List<String> readable(Collection<String> codes);
}
