package dev.kefu.tasklist.drafts;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.util.unit.DataSize;
import org.springframework.web.ErrorResponseException;

/** Why a draft is not kept, as RFC 9457 problem document. */
class DraftProblem extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  private DraftProblem(HttpStatus status, String detail) {
    super(status, body(status, detail), null);
  }

  private static ProblemDetail body(HttpStatus status, String detail) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setProperty("message", detail);
    return body;
  }

  static DraftProblem notYours() {
    return new DraftProblem(HttpStatus.NOT_FOUND, "This task is done, or not yours to complete any more. 此任務已完成，或已不由您辦理。");
  }

  static DraftProblem somebodyElse() {
    return new DraftProblem(HttpStatus.FORBIDDEN, "Somebody else is logged in in this browser now. 此瀏覽器目前由他人登入。");
  }

  static DraftProblem notOfThisForm() {
    return new DraftProblem(HttpStatus.BAD_REQUEST, "This does not belong to the task's form. 內容不屬於此任務的表單。");
  }

  static DraftProblem tooLarge(DataSize largest) {
    return new DraftProblem(HttpStatus.PAYLOAD_TOO_LARGE, "A draft has at most " + largest.toKilobytes() + " KB. 草稿上限為 " + largest.toKilobytes() + " KB。");
  }

  /** Another page wrote meanwhile. */
  static DraftProblem overtaken(String revision, String savedAt) {
    DraftProblem problem = new DraftProblem(HttpStatus.CONFLICT, "This form was filled in on another page too, at " + savedAt + ". 此表單已於另一頁面填寫（" + savedAt + "）。");
    problem.getBody().setProperty("revision", revision);
    problem.getBody().setProperty("savedAt", savedAt);
    return problem;
  }
}
