package dev.kefu.complaint.intake.imports;

import dev.kefu.tables.FileKind;
import java.nio.charset.Charset;
import java.time.Instant;

/**
 * An import.
 *
 * @param fileName as the person's computer calls it
 * @param encoding of a CSV file
 * @param separator of a CSV file
 * @param sha256 of the file
 * @param size bytes
 * @param formChannel option of the form's field {@code channel} for rows that do not say it; null for none
 * @param ignoredColumns headings that name no field
 * @param total rows below the heading, blank ones left out
 * @param count what became of them so far
 * @param lastRow the last row that is done
 * @param failures how often the next row failed for no fault of its own
 * @param endedAt null while it runs
 * @param problem why it failed; null when it did not
 */
record Import(long id, String fileName, FileKind kind, Charset encoding, char separator, String sha256, long size, String formChannel,
              String ignoredColumns, String uploadedBy, Instant uploadedAt, ImportState state, long total, Count count, long lastRow, int failures,
              Instant endedAt, String problem) {

  /** Rows read, and how many of them opened a case, were refused, or had been received before. */
  record Count(long read, long accepted, long refused, long duplicates) {
  }

  /** 0 to 100; 100 only when every row is done. */
  int percent() {
    return total == 0 ? 100 : (int) Math.min(100, count.read() * 100 / total);
  }
}
