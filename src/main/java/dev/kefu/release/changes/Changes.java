package dev.kefu.release.changes;

import java.util.List;

/** Tells what differs between two versions of a file, by its kind. */
public final class Changes {

  private Changes() {
  }

  /**
   * Says it in the order of the new version, what is gone last.
   *
   * @param path tells the kind by its ending
   * @param before null for a new file
   * @throws IllegalArgumentException when one of them cannot be read
   */
  public static List<Change> between(String path, byte[] before, byte[] after) {
    if (before == null) {
      return List.of(new Change("", path, Change.Kind.ADDED, List.of("New file 新檔案")));
    }
    return path.endsWith(".bpmn") ? ModelChanges.between(before, after) : path.endsWith(".dmn") ? TableChanges.between(before, after) : FormChanges.between(before, after);
  }
}
