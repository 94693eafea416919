package dev.kefu.organisation;

import java.util.Set;

/** Who may read an entry of a register beside a case that the person may read, as {@code roles.yaml} says. Whoever may take the register away may read it too. */
public interface ReadingRights {

  /** Ids of the roles; empty for a register that the file does not name. */
  Set<String> readersOf(String registerId);
}
