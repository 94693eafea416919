package dev.kefu.organisation;

import java.util.Set;

/** Who may take a whole register away as a file, as {@code roles.yaml} says. */
public interface ExportRights {

  /** Ids of the roles; empty for a register that the file does not name. */
  Set<String> exportersOf(String registerId);
}
