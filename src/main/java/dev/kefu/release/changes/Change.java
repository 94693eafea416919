package dev.kefu.release.changes;

import java.util.List;

/**
 * Something that differs between two versions of a file.
 *
 * @param element id of the element, field or row; empty for the file as a whole
 * @param name what people call it
 * @param words each difference in a line; empty for what was added or removed as a whole
 */
public record Change(String element, String name, Kind kind, List<String> words) {

  /** How it differs. */
  public enum Kind { ADDED, REMOVED, CHANGED }
}
