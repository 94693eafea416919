package dev.kefu.engine;

import java.util.Optional;

/** Reads cases as a whole from the engine's history and the registers. Callers check who may see it. */
public interface CaseRecords {

  /** The case with this number, running or ended; empty for an unknown one, and for one whose history was cleaned up. */
  Optional<CaseRecord> of(String caseNumber);
}
