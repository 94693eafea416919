package dev.kefu.absence.deputies;

import dev.kefu.absence.deputies.Absence.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Who is away now, and who acts for them: a deputy who is away is followed to the own deputy. */
class Absentees {

  private final Map<String, Away> byPerson = new LinkedHashMap<>();

  Absentees(List<Away> all) {
    // Of a leaver who has an absence too, which no rule allows, the later entry counts.
    all.forEach(away -> byPerson.put(away.person(), away));
  }

  /** An absence that has begun. */
  record Away(long id, Kind kind, String person, String deputy, LocalDate lastDay) {
  }

  /**
   * Who acts for somebody.
   *
   * @param away the absence of the person
   * @param deputy who is there
   * @param onBehalfOf the first of those passed over who comes back; null when all have left
   * @param passed everybody for whom the deputy acts, the person first
   */
  record StandIn(Away away, String deputy, String onBehalfOf, List<String> passed) {
  }

  boolean isEmpty() {
    return byPerson.isEmpty();
  }

  Collection<Away> all() {
    return byPerson.values();
  }

  boolean isActive(long absenceId) {
    return byPerson.values().stream().anyMatch(away -> away.id() == absenceId);
  }

  /** Empty for whoever is there. */
  Optional<StandIn> standInFor(String person) {
    Set<String> passed = new LinkedHashSet<>();
    String onBehalfOf = null;
    String at = person;
    for (Away away = byPerson.get(at); away != null; away = byPerson.get(at)) {
      if (!passed.add(at)) {
        return Optional.empty();
      }
      onBehalfOf = onBehalfOf == null && away.kind() == Kind.ABSENCE ? at : onBehalfOf;
      at = away.deputy();
    }
    return passed.isEmpty() ? Optional.empty() : Optional.of(new StandIn(byPerson.get(person), at, onBehalfOf, new ArrayList<>(passed)));
  }
}
