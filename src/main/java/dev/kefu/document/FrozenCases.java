package dev.kefu.document;

import dev.kefu.engine.CaseRecord;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** The files of ended cases, which outlive the engine's history. Callers check who may read them and write the reading to the audit trail. */
public interface FrozenCases {

  /** The file of a case; empty while the case runs and until its file was made. */
  Optional<FrozenCase> of(String caseNumber);

  /**
   * A file. Its contents are read when asked for.
   *
   * @param record what was on record; fails when the content is not what was frozen
   */
  record FrozenCase(Instant frozenAt, String jsonSha256, String pdfSha256, Supplier<CaseRecord> record, Supplier<byte[]> json, Supplier<byte[]> pdf) {
  }
}
