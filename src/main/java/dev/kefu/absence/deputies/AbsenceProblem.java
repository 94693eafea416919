package dev.kefu.absence.deputies;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 problem document; {@code errors} names every wrong field. */
class AbsenceProblem extends ErrorResponseException {

  private AbsenceProblem(HttpStatus status, String detail, List<Fault> faults) {
    super(status, body(status, detail, faults), null);
  }

  private static ProblemDetail body(HttpStatus status, String detail, List<Fault> faults) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setProperty("message", detail);
    if (!faults.isEmpty()) {
      body.setProperty("errors", faults);
    }
    return body;
  }

  static AbsenceProblem wrong(List<Fault> faults) {
    return new AbsenceProblem(HttpStatus.BAD_REQUEST, "Please correct 請更正: " + faults.stream().map(fault -> fault.label() + ": " + fault.message()).collect(joining("; ")), faults);
  }

  static AbsenceProblem notYours() {
    return new AbsenceProblem(HttpStatus.FORBIDDEN, "Absences are entered by the person, a superior or an administrator 缺勤須由本人、其上級或系統管理員登記", List.of());
  }

  static AbsenceProblem noLeaver() {
    return new AbsenceProblem(HttpStatus.FORBIDDEN, "A leaver's work is handed over by a superior or an administrator 離職移交須由上級或系統管理員辦理", List.of());
  }

  static AbsenceProblem unknown() {
    return new AbsenceProblem(HttpStatus.NOT_FOUND, "There is no such absence, or it is not yours to see 查無此缺勤登記", List.of());
  }

  static AbsenceProblem over() {
    return new AbsenceProblem(HttpStatus.CONFLICT, "This absence has ended already 此缺勤已結束", List.of());
  }
}
