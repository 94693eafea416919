package dev.kefu.document.printing;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 problem document, in words for the person. */
class PrintingProblem extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  private PrintingProblem(HttpStatus status, String detail) {
    super(status, body(status, detail), null);
  }

  private static ProblemDetail body(HttpStatus status, String detail) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setProperty("message", detail);
    return body;
  }

  static PrintingProblem unknownCase(String caseNumber) {
    return new PrintingProblem(HttpStatus.NOT_FOUND, "There is no case " + caseNumber + " 查無此案件");
  }

  static PrintingProblem unknownTask() {
    return new PrintingProblem(HttpStatus.NOT_FOUND, "This task is not there, or it belongs to no case. 沒有此任務,或任務不屬於案件");
  }

  static PrintingProblem unknownForm(String formId) {
    return new PrintingProblem(HttpStatus.NOT_FOUND, "There is no printed form " + formId + " 查無此表單");
  }

  static PrintingProblem notFilledIn(String title) {
    return new PrintingProblem(HttpStatus.NOT_FOUND, title + ": nothing of it is filled in in this case 此案件尚無此表單的內容");
  }

  static PrintingProblem notYours() {
    return new PrintingProblem(HttpStatus.FORBIDDEN, "Documents are for those who work on the case, started it, or supervise it. 文件僅限案件的辦理人、發起人及主管");
  }
}
