package dev.kefu.complaint.intake.imports;

/** A file that cannot be read as a table; the message says why, English then Chinese. */
class UnreadableFile extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnreadableFile(String message) {
    super(message);
  }

  UnreadableFile(String message, Throwable cause) {
    super(message, cause);
  }
}
