package dev.kefu.engine.events;

import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.events.CaseBoard.CaseInView;
import dev.kefu.engine.gate.EventData.Sheet;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * What happens outside the task list: the customer replied, confirmed, withdrew; a wrong fact is corrected; a case opened by mistake is cancelled.
 * The same for machines (Basic) and for Tasklist (session and CSRF token).
 */
@RestController
@RequestMapping({"/api/cases/{caseNumber}", "/camunda/api/kefu/cases/{caseNumber}"})
@RequiredArgsConstructor
class CaseEventController {

  private final CaseEventService events;
  private final CaseMending mending;
  private final CaseBoard board;
  private final IdentityService identityService;

  /**
   * An event that the caller may report now.
   *
   * @param message name to post to
   * @param title what people call it
   * @param form id of the form whose data it takes; absent for none
   */
  record Event(String message, String title, String form) {
  }

  /**
   * A form that the caller may correct.
   *
   * @param root what to send as {@code root}
   * @param title the step's name
   * @param form the form's id
   * @param unavailable why not now; absent when it can be corrected
   */
  record Correctable(String root, String title, String form, String unavailable) {
  }

  /**
   * A correction.
   *
   * @param root of the form
   * @param reason 1 to 500 characters
   * @param data the whole form, without its root
   */
  record Correction(String root, String reason, Object data) {
  }

  /**
   * A cancellation.
   *
   * @param reason 1 to 500 characters
   */
  record Cancellation(String reason) {
  }

  /** The case and all that the caller may tell it; 404 for one that the caller may not see, 409 for one that has ended. */
  @GetMapping("/actions")
  CaseInView actions(@PathVariable String caseNumber) {
    return board.one(caseNumber, caller());
  }

  /** What the caller may report of this case now; 404 for an unknown case. */
  @GetMapping("/events")
  List<Event> events(@PathVariable String caseNumber) {
    return events.reportable(caseNumber, caller()).stream().filter(event -> !event.isTooLate())
        .map(event -> new Event(event.message(), event.title(), event.form())).toList();
  }

  /** The form of an event; refused as reporting it is. */
  @GetMapping("/events/{message}/form")
  Sheet eventForm(@PathVariable String caseNumber, @PathVariable String message) {
    return events.sheet(caseNumber, message, caller());
  }

  /** Reports an event; the body holds the data of its form, without the form's root. */
  @PostMapping("/events/{message}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void report(@PathVariable String caseNumber, @PathVariable String message, @RequestBody(required = false) Object data) {
    events.report(caseNumber, message, data == null ? Map.of() : data, caller());
  }

  /** Forms of this case that the caller may correct. */
  @GetMapping("/corrections")
  List<Correctable> correctable(@PathVariable String caseNumber) {
    return mending.correctable(caseNumber, caller()).stream()
        .map(form -> new Correctable(form.root(), form.title(), form.form(), form.blocked())).toList();
  }

  /** A form as it was handed in; refused as correcting it is. */
  @GetMapping("/corrections/{root}/form")
  Sheet correctionForm(@PathVariable String caseNumber, @PathVariable String root) {
    return mending.sheet(caseNumber, root, caller());
  }

  /** Corrects a form that was handed in. */
  @PostMapping("/corrections")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void correct(@PathVariable String caseNumber, @RequestBody Correction correction) {
    mending.correct(caseNumber, correction.root(), correction.reason(), correction.data(), caller());
  }

  /** Ends a case that was opened by mistake. */
  @PostMapping("/cancellation")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable String caseNumber, @RequestBody Cancellation cancellation) {
    mending.cancel(caseNumber, cancellation.reason(), caller());
  }

  /** Data that fit the form but not a register. */
  @ExceptionHandler
  ResponseEntity<ProblemDetail> refused(FactsRefused refused) {
    return ResponseEntity.badRequest().contentType(MediaType.APPLICATION_PROBLEM_JSON).body(EventProblem.wrongFacts(refused.getMessage()).getBody());
  }

  private Authentication caller() {
    return identityService.getCurrentAuthentication();
  }
}
