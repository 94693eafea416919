package dev.kefu.complaint.intake;

import dev.kefu.engine.CasesFromOutside.NotAccepted;
import lombok.extern.slf4j.Slf4j;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** A procedure that takes no new cases is no fault of the sender: it is to be tried again later. */
@Slf4j
@RestControllerAdvice(basePackageClasses = IntakeAdvice.class)
class IntakeAdvice {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> notAccepted(NotAccepted refusal) {
    log.error("Complaints cannot be taken: {}", refusal.getMessage());
    IntakeProblem problem = IntakeProblem.of(HttpStatus.SERVICE_UNAVAILABLE, "Complaints cannot be taken now; try again later 目前無法受理投訴,請稍後再試");
    return ResponseEntity.status(problem.getStatusCode()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem.getBody());
  }
}
