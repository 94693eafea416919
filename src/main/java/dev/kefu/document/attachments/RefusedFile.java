package dev.kefu.document.attachments;

import lombok.Getter;
import org.springframework.http.HttpStatus;

/** Why one file is not accepted; the message is for the person who sent it. */
@Getter
class RefusedFile extends Exception {

  private static final long serialVersionUID = 1L;

  private final HttpStatus status;

  RefusedFile(String message) {
    this(HttpStatus.BAD_REQUEST, message);
  }

  RefusedFile(HttpStatus status, String message) {
    super(message);
    this.status = status;
  }
}
