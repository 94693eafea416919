package dev.kefu.engine.deployment;

/** A model, form or decision table cannot be deployed; the message names the file and the reason. */
class UnusableFileException extends RuntimeException {

  UnusableFileException(String file, String reason, Throwable cause) {
    super(file + ": " + reason, cause);
  }
}
