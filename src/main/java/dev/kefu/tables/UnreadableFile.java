package dev.kefu.tables;

/** A file that cannot be read as a table; the message says why, English then Chinese. */
public class UnreadableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says why. */
  public UnreadableFile(String message) {
    super(message);
  }

  /** Says why, with what lies behind it. */
  public UnreadableFile(String message, Throwable cause) {
    super(message, cause);
  }
}
