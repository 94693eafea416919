package dev.kefu.organisation;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Who may read an entry of a register beside a case that the person may read, as {@code roles.yaml} says. Whoever may take the register away may read it too. */
public interface ReadingRights {

  /** Secrecy grade to the name under which the file has its readers. */
  Map<String, String> GRADES = Map.of("confidential", "customers-confidential", "topSecret", "customers-top-secret");

  /** Ids of the roles; empty for a register that the file does not name. */
  Set<String> readersOf(String registerId);

  /** Secrecy grades of customers' records that the person may not read. The lowest grade, secret, needs the right to the register alone. */
  default Set<String> gradesHiddenFrom(CurrentPerson person) {
    return GRADES.entrySet().stream().filter(grade -> !person.holdsAny(readersOf(grade.getValue()))).map(Map.Entry::getKey).collect(Collectors.toSet());
  }
}
