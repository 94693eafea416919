package dev.kefu.survey.questionnaire;

import dev.kefu.engine.FactsRefused;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What a survey refuses, in the words for people. */
@RestControllerAdvice(basePackageClasses = SurveyAdvice.class)
class SurveyAdvice {

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(FactsRefused refusal) {
    return answer(ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(AnswersRefused refusal) {
    ProblemDetail body = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, refusal.getMessage());
    body.setProperty("errors", refusal.problems());
    return answer(body);
  }

  private static ResponseEntity<ProblemDetail> answer(ProblemDetail body) {
    body.setProperty("message", body.getDetail());
    return ResponseEntity.status(body.getStatus()).contentType(MediaType.APPLICATION_PROBLEM_JSON).body(body);
  }
}
