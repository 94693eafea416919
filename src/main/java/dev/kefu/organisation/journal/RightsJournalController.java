package dev.kefu.organisation.journal;

import dev.kefu.organisation.journal.RightsJournal.Line;
import java.time.LocalDate;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators and auditors who held which right on a day. */
@RestController
@RequiredArgsConstructor
class RightsJournalController {

  private final RightsJournal journal;

  /**
   * What was held.
   *
   * @param person user id; everybody without one
   */
  @GetMapping("/api/audit/rights")
  List<Line> rights(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestParam(required = false) String person) {
    return person == null || person.isBlank() ? journal.of(day) : journal.of(day, person.strip());
  }
}
