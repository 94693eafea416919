package dev.kefu.tasklist.team;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import dev.kefu.absence.Colleagues;
import dev.kefu.absence.Colleagues.Colleague;
import dev.kefu.organisation.RoleDirectory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who belongs to whose team: everybody whose post stands below, up to any number of steps; to administrators everybody. */
@Component
@RequiredArgsConstructor
class Team {

  private static final String ADMINISTRATORS = "camunda-admin";

  private final Colleagues colleagues;
  private final RoleDirectory directory;
  private final IdentityService identities;

  /**
   * A supervisor with those below.
   *
   * @param people by user id, without the supervisor
   * @param roles groups of the people; a colleague of the supervisor's own post is not among them
   */
  record Supervisor(String userId, String name, Map<String, Colleague> people, Set<String> roles) {

    /** To whom work may be given. */
    List<String> hands() {
      List<String> hands = new ArrayList<>(people.keySet());
      hands.add(userId);
      return hands;
    }
  }

  /** Whether any post stands below one of the caller's. */
  boolean callerSupervises() {
    List<String> groups = groups();
    return groups.contains(ADMINISTRATORS) || directory.all().stream().filter(role -> !role.applications().isEmpty()).anyMatch(role -> !Collections.disjoint(directory.superiorsOf(role.id()), groups));
  }

  /** The person who asks, and those below. */
  Supervisor ofCaller() {
    Authentication caller = identities.getCurrentAuthentication();
    List<String> groups = groups();
    Map<String, Colleague> people = colleagues.all().stream().filter(one -> !one.id().equals(caller.getUserId()))
        .filter(one -> groups.contains(ADMINISTRATORS) || !Collections.disjoint(colleagues.superiorsOf(one.roleIds()), groups))
        .collect(toMap(Colleague::id, one -> one, (one, other) -> one, LinkedHashMap::new));
    Set<String> roles = people.values().stream().flatMap(one -> one.roleIds().stream())
        .filter(role -> groups.contains(ADMINISTRATORS) || !Collections.disjoint(colleagues.superiorsOf(Set.of(role)), groups)).collect(toCollection(TreeSet::new));
    return new Supervisor(caller.getUserId(), colleagues.nameOf(caller.getUserId()), people, roles);
  }

  private List<String> groups() {
    List<String> groups = identities.getCurrentAuthentication().getGroupIds();
    return groups == null ? List.of() : groups;
  }
}
