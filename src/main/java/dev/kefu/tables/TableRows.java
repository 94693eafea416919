package dev.kefu.tables;

import java.util.Iterator;

/** The rows of an open file that are not blank, in their order. Reading may throw {@link UnreadableFile} at any row. */
public interface TableRows extends Iterator<TableRow>, AutoCloseable {

  @Override
  void close();

  /** Opens a file. */
  static TableRows open(TableFile file, int longestCell) {
    return new FilledRows(file.kind() == FileKind.CSV ? new CsvRows(file, longestCell) : new XlsxRows(file, longestCell));
  }
}
