package dev.kefu.deadline.clocks;

import dev.kefu.deadline.clocks.ShownDeadlines.ShownDeadline;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Tells whoever takes part in a case its deadlines; 404 for everybody else. */
@RestController
@RequiredArgsConstructor
class DeadlineController {

  private final ShownDeadlines deadlines;

  @GetMapping({"/api/cases/{caseNumber}/deadlines", "/camunda/api/kefu/cases/{caseNumber}/deadlines"})
  List<ShownDeadline> of(@PathVariable String caseNumber) {
    return deadlines.of(caseNumber)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "You take part in no such case 您未參與此案件"));
  }
}
