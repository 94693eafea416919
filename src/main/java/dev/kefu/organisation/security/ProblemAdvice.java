package dev.kefu.organisation.security;

import org.camunda.bpm.engine.AuthorizationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Our own endpoints refuse with a problem document whose {@code message} people can read. */
@RestControllerAdvice
class ProblemAdvice extends ResponseEntityExceptionHandler {

  @ExceptionHandler
  ResponseEntity<Problem> notAllowed(AuthorizationException refusal) {
    return ResponseEntity.status(403).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(Problem.of(403, PlainWords.FORBIDDEN));
  }

  @Override
  protected ResponseEntity<Object> createResponseEntity(Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem) {
      problem.setProperty("message", problem.getDetail());
    }
    return super.createResponseEntity(body, headers, status, request);
  }
}
