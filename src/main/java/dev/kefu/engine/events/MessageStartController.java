package dev.kefu.engine.events;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A person's program reports a fact that opens a case, for example {@code expense-claim}; the case's first task asks for the rest. */
@RestController
@RequiredArgsConstructor
class MessageStartController {

  private final PersonalStarts starts;
  private final IdentityService identityService;

  /**
   * A case that was opened.
   *
   * @param caseNumber its number
   */
  record Started(String caseNumber) {
  }

  @PostMapping("/api/messages/{message}")
  @ResponseStatus(HttpStatus.CREATED)
  Started start(@PathVariable String message) {
    return new Started(starts.start(message, identityService.getCurrentAuthentication()));
  }
}
