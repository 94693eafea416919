package dev.kefu.absence.deputies;

import dev.kefu.absence.Colleagues;
import dev.kefu.absence.Colleagues.Colleague;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who enters absences for whom: everybody for oneself, superiors for those below them, administrators for all. */
@Component
@RequiredArgsConstructor
class AbsenceRights {

  private static final String ADMINISTRATORS = "camunda-admin";

  private final Colleagues colleagues;
  private final IdentityService identities;

  /**
   * Who asks.
   *
   * @param groups role ids
   */
  record Caller(String userId, List<String> groups) {

    boolean isAdministrator() {
      return groups.contains(ADMINISTRATORS);
    }
  }

  /** Nobody comes here without having logged in. */
  Caller caller() {
    Authentication person = identities.getCurrentAuthentication();
    return new Caller(person.getUserId(), person.getGroupIds() == null ? List.of() : person.getGroupIds());
  }

  boolean mayEnter(Caller caller, String person) {
    return caller.userId().equals(person) || isAbove(caller, person);
  }

  /** Superiors and administrators; nobody declares to have left. */
  boolean isAbove(Caller caller, String person) {
    return caller.isAdministrator() || person != null && !caller.userId().equals(person) && isAbove(caller, colleagues.rolesOf(person));
  }

  private boolean isAbove(Caller caller, Set<String> roleIds) {
    return !Collections.disjoint(colleagues.superiorsOf(roleIds), caller.groups());
  }

  /** Those of the colleagues for whom the caller enters absences, without the caller. */
  List<Colleague> below(Caller caller, List<Colleague> all) {
    return all.stream().filter(one -> !one.id().equals(caller.userId()) && (caller.isAdministrator() || isAbove(caller, one.roleIds()))).toList();
  }

  /** Who is concerned, stands above, or administrates. */
  boolean maySee(Caller caller, Absence absence) {
    return caller.userId().equals(absence.getPerson()) || caller.userId().equals(absence.getDeputy()) || isAbove(caller, absence.getPerson());
  }
}
