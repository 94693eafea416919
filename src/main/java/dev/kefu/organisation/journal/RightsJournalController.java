package dev.kefu.organisation.journal;

import dev.kefu.audit.AuditReaders;
import dev.kefu.organisation.journal.RightsJournal.Line;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators and auditors, in Cockpit and elsewhere, who held which right on a day. */
@RestController
@RequiredArgsConstructor
class RightsJournalController {

  private static final int MOST_NAMES = 1000;

  private final RightsJournal journal;
  private final AuditReaders readers;
  private final IdentityService identities;
  private final FilterService filters;
  private final RepositoryService repository;

  /**
   * What was held on a day.
   *
   * @param names what people call the persons, groups, processes and filters of the lines, by id, as far as they are still there
   */
  record HeldOnDay(LocalDate day, List<Line> lines, Map<String, String> names) {
  }

  /**
   * What was held.
   *
   * @param person user id; everybody without one
   */
  @GetMapping({"/api/audit/rights", "/camunda/api/kefu/audit/rights"})
  HeldOnDay rights(@RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day, @RequestParam(required = false) String person) {
    readers.require();
    List<Line> lines = person == null || person.isBlank() ? journal.of(day) : journal.of(day, person.strip());
    return new HeldOnDay(day, lines, names(lines));
  }

  /** Whoever may ask here is told the names, without the right to read users. */
  private Map<String, String> names(List<Line> lines) {
    Authentication asking = identities.getCurrentAuthentication();
    identities.clearAuthentication();
    try {
      Map<String, String> names = new TreeMap<>();
      identities.createGroupQuery().orderByGroupId().asc().listPage(0, MOST_NAMES).forEach(group -> names.put(group.getId(), group.getName()));
      String[] persons = lines.stream().filter(line -> line.kind().equals(HeldRight.MEMBER)).map(Line::holder).distinct().toArray(String[]::new);
      if (persons.length > 0) {
        identities.createUserQuery().userIdIn(persons).orderByUserId().asc().listPage(0, persons.length).forEach(user -> names.put(user.getId(), (user.getFirstName() + " " + user.getLastName()).strip()));
      }
      filters.createFilterQuery().orderByFilterId().asc().listPage(0, MOST_NAMES).forEach(filter -> names.put(filter.getId(), filter.getName()));
      repository.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().listPage(0, MOST_NAMES).stream().filter(process -> process.getName() != null)
          .forEach(process -> names.put(process.getKey(), process.getName().replaceAll("\\s+", " ")));
      names.keySet().retainAll(lines.stream().flatMap(line -> Stream.of(line.holder(), line.subject().replaceFirst("^[A-Z_]+ ", ""))).collect(Collectors.toSet()));
      return names;
    } finally {
      identities.setAuthentication(asking);
    }
  }
}
