package dev.kefu.reporting.pages;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.reporting.Grouping;
import dev.kefu.reporting.Period;
import dev.kefu.reporting.Report;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** The reports that the modules contribute, as the person who asks stands to them. */
@Service
@RequiredArgsConstructor
class Reports {

  private final List<Report> all;
  private final CurrentPerson person;
  private final AuditTrail audit;
  private final Clock clock;

  /** What the person may see, by title. */
  List<Report> own() {
    return all.stream().filter(report -> person.holdsAny(report.audience())).sorted(Comparator.comparing(Report::title)).toList();
  }

  /**
   * Finds a report.
   *
   * @throws ResponseStatusException 404 for an unknown one, 403 for one that is for others
   */
  Report find(String id) {
    Report found = all.stream().filter(report -> report.id().equals(id)).findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no report \"" + id + "\". 沒有此報表。"));
    if (!person.holdsAny(found.audience())) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "This report is for others. 您無權查看此報表。");
    }
    return found;
  }

  /**
   * Reads a period; without one it is the running one of the usual length.
   *
   * @throws ResponseStatusException 400 for a text that is none, or a length for which this report is not made
   */
  Period period(Report report, String text) {
    if (text == null || text.isBlank()) {
      return Period.containing(report.periods().get(0), LocalDate.now(clock));
    }
    try {
      Period period = Period.parse(text);
      if (report.periods().contains(period.kind())) {
        return period;
      }
    } catch (IllegalArgumentException e) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, e.getMessage(), e);
    }
    throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "This report is not made for such a period: \"" + text + "\". 此報表不按該期間統計。");
  }

  /**
   * Finds a grouping; without an id it is the usual one.
   *
   * @throws ResponseStatusException 400 for an unknown one
   */
  static Grouping grouping(Report report, String id) {
    return id == null || id.isBlank() ? report.groupings().get(0)
        : report.grouping(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST, "This report is not grouped by \"" + id + "\". 沒有此分組。"));
  }

  String personId() {
    return person.userId();
  }

  /** Writes down who takes a report away. */
  void exported(Report report, Period period, Grouping grouping) {
    audit.write(new AuditRecord(AuditRecord.Kind.EXPORT, person.userId(), "exportReport", "report", report.id() + "/" + period.text(), null,
        Map.of("grouping", grouping.id())));
  }
}
