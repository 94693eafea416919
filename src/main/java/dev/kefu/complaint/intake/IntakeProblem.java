package dev.kefu.complaint.intake;

import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/** A refusal as RFC 9457 problem document; {@code errors} names every wrong field. */
public class IntakeProblem extends ErrorResponseException {

  private static final long serialVersionUID = 1L;

  private final transient HttpHeaders headers = new HttpHeaders();

  /**
   * Why a field is refused.
   *
   * @param pointer JSON pointer into what was sent, as a URI fragment: {@code #/complaint/content}
   * @param label English, then Chinese
   * @param message English, then Chinese
   */
  public record Error(String pointer, String label, String message) {
  }

  private IntakeProblem(HttpStatus status, String detail, List<Error> errors) {
    super(status, body(status, detail, errors), null);
  }

  private static ProblemDetail body(HttpStatus status, String detail, List<Error> errors) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
    body.setProperty("message", detail);
    if (!errors.isEmpty()) {
      body.setProperty("errors", errors);
    }
    return body;
  }

  /** A refusal without fields. */
  public static IntakeProblem of(HttpStatus status, String detail) {
    return new IntakeProblem(status, detail, List.of());
  }

  static IntakeProblem wrong(String pointer, String label, String message) {
    return wrong(List.of(new Error(pointer, label, message)));
  }

  static IntakeProblem wrong(List<Error> errors) {
    return new IntakeProblem(HttpStatus.UNPROCESSABLE_ENTITY, "Please correct 請更正: "
        + String.join("; ", errors.stream().map(error -> error.label() + ": " + error.message()).toList()), errors);
  }

  static IntakeProblem tooFast(long seconds) {
    IntakeProblem problem = of(HttpStatus.TOO_MANY_REQUESTS,
        "This channel sends too fast; wait %1$d seconds 此渠道發送過快,請等待 %1$d 秒".formatted(seconds));
    problem.headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
    return problem;
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }
}
