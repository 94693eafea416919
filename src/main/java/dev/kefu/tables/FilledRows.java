package dev.kefu.tables;

import java.util.NoSuchElementException;
import lombok.RequiredArgsConstructor;

/** Leaves out blank rows. */
@RequiredArgsConstructor
class FilledRows implements TableRows {

  private final TableRows all;
  private TableRow ahead;

  @Override
  public boolean hasNext() {
    while (ahead == null && all.hasNext()) {
      TableRow row = all.next();
      ahead = row.isBlank() ? null : row;
    }
    return ahead != null;
  }

  @Override
  public TableRow next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    TableRow row = ahead;
    ahead = null;
    return row;
  }

  @Override
  public void close() {
    all.close();
  }
}
