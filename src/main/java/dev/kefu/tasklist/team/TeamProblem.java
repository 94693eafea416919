package dev.kefu.tasklist.team;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 problem document; {@code errors} names every wrong field. */
class TeamProblem extends ErrorResponseException {

  /** What is wrong with a field. */
  record Fault(String field, String label, String message) {
  }

  private TeamProblem(HttpStatus status, String detail, List<Fault> faults) {
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

  static TeamProblem noSupervisor() {
    return new TeamProblem(HttpStatus.FORBIDDEN, "Nobody stands below you: this is for supervisors 此功能僅供主管使用", List.of());
  }

  static TeamProblem wrong(List<Fault> faults) {
    return new TeamProblem(HttpStatus.BAD_REQUEST, "Please correct 請更正: " + faults.stream().map(fault -> fault.label() + ": " + fault.message()).collect(joining("; ")), faults);
  }
}
