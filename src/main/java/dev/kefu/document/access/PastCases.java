package dev.kefu.document.access;

import dev.kefu.engine.CaseRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Cases whose file is frozen: they can be read when the engine has forgotten them. */
public interface PastCases {

  /** Empty for a case without a file. */
  Optional<PastCase> past(String caseNumber);

  /**
   * A case with a file.
   *
   * @param parts process ids of all its parts; whoever reads the history of one of them reads the case
   * @param starter user id; null for none
   * @param frozenAt when its file was made
   * @param record read when asked for
   */
  record PastCase(List<String> parts, String starter, Instant frozenAt, Supplier<CaseRecord> record) {
  }
}
