package dev.kefu.survey.questionnaire.imports;

import java.time.LocalDateTime;

/**
 * A file of answers.
 *
 * @param ignoredColumns headings that name nothing
 * @param total rows below the heading, blank ones left out
 * @param accepted rows that were kept, invalid ones too
 * @param invalid of them kept as invalid
 * @param refused rows of which nothing was kept
 * @param duplicates rows that were known already
 * @param endedAt null while it is read
 * @param problem why it failed; null when it did not
 */
record SheetImport(long id, String surveyNo, String fileName, String sha256, String ignoredColumns, String uploadedBy, LocalDateTime uploadedAt, State state, long total, long read, long accepted, long invalid,
                   long refused, long duplicates, LocalDateTime endedAt, String problem) {

  /** Where it stands. */
  enum State {

    RUNNING("Running 進行中"),
    DONE("Done 已完成"),
    FAILED("Failed 失敗");

    private final String label;

    State(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /** 0 to 100; 100 only when every row is done. */
  int percent() {
    return total == 0 ? 100 : (int) Math.min(100, read * 100 / total);
  }
}
