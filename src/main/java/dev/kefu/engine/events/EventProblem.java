package dev.kefu.engine.events;

import dev.kefu.engine.form.FieldError;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 problem document; {@code errors} names every wrong field. */
class EventProblem extends ErrorResponseException {

  private EventProblem(HttpStatus status, String detail, List<FieldError> errors) {
    super(status, body(status, detail, errors), null);
  }

  private static ProblemDetail body(HttpStatus status, String detail, List<FieldError> errors) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setProperty("message", detail);
    if (!errors.isEmpty()) {
      body.setProperty("errors", errors);
    }
    return body;
  }

  static EventProblem unknownCase(String caseNumber) {
    return new EventProblem(HttpStatus.NOT_FOUND, "There is no case " + caseNumber + " 查無此案件", List.of());
  }

  static EventProblem notWaiting(String message) {
    return new EventProblem(HttpStatus.CONFLICT, "The case does not wait for \"" + message + "\" now 案件目前不接受此事件", List.of());
  }

  static EventProblem ambiguous(String message) {
    return new EventProblem(HttpStatus.CONFLICT, "More than one step waits for \"" + message + "\": complete the task instead 多個步驟等待此事件,請直接辦理任務",
        List.of());
  }

  static EventProblem notYours(String message) {
    return new EventProblem(HttpStatus.FORBIDDEN, "You may not report \"" + message + "\" for this case 無權登記此事件", List.of());
  }

  static EventProblem tooLate(WaitingEvent event) {
    return new EventProblem(HttpStatus.CONFLICT, tooLateText(event.title(), event.closedBy()), List.of());
  }

  static String tooLateText(String event, String step) {
    return "Too late for \"" + event + "\": \"" + step + "\" is done 此步驟已完成,不再接受";
  }

  static EventProblem ended(String caseNumber) {
    return new EventProblem(HttpStatus.CONFLICT, "The case " + caseNumber + " has ended 案件已結束", List.of());
  }

  static EventProblem notHandedIn(String root) {
    return new EventProblem(HttpStatus.CONFLICT, "Nothing was handed in as \"" + root + "\" that could be corrected 沒有可更正的表單", List.of());
  }

  static EventProblem blocked(String why) {
    return new EventProblem(HttpStatus.CONFLICT, why, List.of());
  }

  static EventProblem mayNotCorrect() {
    return new EventProblem(HttpStatus.FORBIDDEN,
        "The case's owner corrects the forms of the own role, a superior those of subordinates 案件負責人可更正本崗位的表單,主管可更正下屬的表單", List.of());
  }

  static EventProblem barred(String why) {
    return new EventProblem(HttpStatus.FORBIDDEN, why, List.of());
  }

  static EventProblem mayNotCancel() {
    return new EventProblem(HttpStatus.FORBIDDEN, "A superior of the case's owner cancels it 案件須由負責人的主管取消", List.of());
  }

  static EventProblem startsNothing(String message) {
    return new EventProblem(HttpStatus.NOT_FOUND, "You may start nothing with the message \"" + message + "\" 無可由您發起的流程", List.of());
  }

  static EventProblem noNewCases() {
    return new EventProblem(HttpStatus.CONFLICT, "This procedure takes no new cases any more 此流程已停用,不再受理新案件", List.of());
  }

  /** The data fit the form but not what a register knows. */
  static EventProblem wrongFacts(String message) {
    return new EventProblem(HttpStatus.BAD_REQUEST, message, List.of());
  }

  static EventProblem wrongFields(List<FieldError> errors) {
    return new EventProblem(HttpStatus.BAD_REQUEST, "Please correct 請更正: "
        + String.join("; ", errors.stream().map(error -> error.label() + ": " + error.message()).toList()), errors);
  }
}
