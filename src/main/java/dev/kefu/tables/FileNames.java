package dev.kefu.tables;

/** Names of files as a browser or another program sends them. */
public final class FileNames {

  private static final int LONGEST = 255;

  private FileNames() {
  }

  /**
   * The name without folders and control characters, its last 255 characters at most.
   *
   * @param name as sent; may be null
   * @param otherwise stands for a name of which nothing is left
   */
  public static String plain(String name, String otherwise) {
    String plain = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "").strip();
    return plain.isEmpty() ? otherwise : plain.substring(Math.max(0, plain.length() - LONGEST));
  }
}
