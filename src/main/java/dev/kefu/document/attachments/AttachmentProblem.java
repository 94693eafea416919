package dev.kefu.document.attachments;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 problem document; {@code errors} names every file that is not accepted. */
class AttachmentProblem extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  /**
   * Why a file is not accepted.
   *
   * @param path where it stood in the request, for example {@code file[1]}
   * @param label its name as it was sent
   * @param message English then Chinese
   */
  record FileError(String path, String label, String message) {
  }

  private AttachmentProblem(HttpStatus status, String detail, List<FileError> errors) {
    super(status, body(status, detail, errors), null);
  }

  private static ProblemDetail body(HttpStatus status, String detail, List<FileError> errors) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setProperty("message", detail);
    if (!errors.isEmpty()) {
      body.setProperty("errors", errors);
    }
    return body;
  }

  static AttachmentProblem of(HttpStatus status, String detail) {
    return new AttachmentProblem(status, detail, List.of());
  }

  static AttachmentProblem files(HttpStatus status, List<FileError> errors) {
    return new AttachmentProblem(status, String.join("; ", errors.stream().map(error -> error.label() + ": " + error.message()).toList()), errors);
  }

  static AttachmentProblem unknown(String what) {
    return of(HttpStatus.NOT_FOUND, what);
  }

  static AttachmentProblem notYours() {
    return of(HttpStatus.FORBIDDEN, "Attachments are for those who work on the case, started it, or supervise it. 附件僅限案件的辦理人、發起人及主管");
  }

  static AttachmentProblem notToAdd() {
    return of(HttpStatus.FORBIDDEN, "Only those who work on an open task of the case, and whoever started it while it runs, add attachments."
        + " 僅限未完成任務的辦理人及進行中案件的發起人新增附件");
  }
}
