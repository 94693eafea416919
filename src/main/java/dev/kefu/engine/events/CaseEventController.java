package dev.kefu.engine.events;

import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What happens outside the task list: the customer replied, confirmed, withdrew. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/events")
@RequiredArgsConstructor
class CaseEventController {

  private final CaseEventService events;
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

  /** What the caller may report of this case now; 404 for an unknown case. */
  @GetMapping
  List<Event> events(@PathVariable String caseNumber) {
    return events.reportable(caseNumber, identityService.getCurrentAuthentication()).stream()
        .map(event -> new Event(event.message(), event.title(), event.form())).toList();
  }

  /** Reports an event; the body holds the data of its form, without the form's root. */
  @PostMapping("/{message}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void report(@PathVariable String caseNumber, @PathVariable String message, @RequestBody(required = false) Object data) {
    events.report(caseNumber, message, data == null ? Map.of() : data, identityService.getCurrentAuthentication());
  }
}
