package dev.kefu.engine.gate;

import dev.kefu.engine.form.FieldError;
import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** Makes the exceptions of the gate, and notes on the running HTTP request which status they deserve: the engine's REST API answers 500 to most. */
final class Refusal {

  static final String STATUS = Refusal.class.getName() + ".status";

  private Refusal() {
  }

  /** What was submitted is wrong (400): every wrong field, in the order of the form. */
  static FormFieldValidationException wrongFields(List<FieldError> errors) {
    return badRequest(errors, "Please correct 請更正: "
        + errors.stream().map(error -> error.label() + ": " + error.message()).collect(Collectors.joining("; ")));
  }

  /** It is not done this way (400). */
  static FormFieldValidationException badRequest(String message) {
    return badRequest(null, message);
  }

  /** This person may not do it (403). */
  static AuthorizationException forbidden(String message) {
    note(403);
    return new AuthorizationException(message);
  }

  private static FormFieldValidationException badRequest(Object detail, String message) {
    note(400);
    return new FormFieldValidationException(detail, message);
  }

  /** Whether the running HTTP request was refused by the gate. */
  static boolean isNoted() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request != null && request.getAttribute(STATUS, RequestAttributes.SCOPE_REQUEST) != null;
  }

  private static void note(int status) {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    if (request != null) {
      request.setAttribute(STATUS, status, RequestAttributes.SCOPE_REQUEST);
    }
  }
}
