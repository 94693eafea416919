package dev.kefu.governance.expense;

import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * Finds who checks and who reviews a claim, from the role list: the supervisor of the claimant's section, then the department's manager. A supervisor's
 * own claim goes to the manager, the manager's own to the general manager (C6: nobody checks or approves his own).
 */
@Component
@RequiredArgsConstructor
class ReviewChain {

  private static final String MANAGER = "customer-service-manager";
  private static final String GENERAL_MANAGER = "general-manager";

  private final RoleDirectory roles;

  /**
   * A claim's way.
   *
   * @param role the claimant's post
   * @param section its section, the cost centre
   * @param supervisorRole who checks the facts
   * @param reviewerRole who reviews for the department
   */
  record Way(String role, String section, String supervisorRole, String reviewerRole) {
  }

  /**
   * The way of a claim of somebody who belongs to these groups. Who holds several posts is checked by the highest of those who check them.
   *
   * @throws IllegalStateException when none of the groups is a post that somebody stands above
   */
  Way of(Collection<String> groups) {
    return roles.all().stream().filter(role -> groups.contains(role.id())).flatMap(role -> way(role).stream())
        .min(Comparator.comparing(way -> roles.superiorsOf(way.supervisorRole()).size()))
        .orElseThrow(() -> new IllegalStateException("Nobody stands above " + groups + ", so nobody could check the claim."));
  }

  private Optional<Way> way(Role role) {
    List<Role> above = above(role).filter(superior -> !roles.holderOf(superior.id()).equals(roles.holderOf(role.id()))).toList();
    boolean hasManager = above.stream().anyMatch(superior -> superior.id().equals(MANAGER));
    // The highest superior within the section; for whoever has none there, the next one above.
    return above.stream().takeWhile(superior -> superior.section().equals(role.section())).reduce((lower, higher) -> higher).or(() -> above.stream().findFirst())
        .map(supervisor -> new Way(role.id(), role.section(), supervisor.id(), hasManager ? MANAGER : GENERAL_MANAGER));
  }

  private Stream<Role> above(Role role) {
    return Stream.iterate(superior(role), Objects::nonNull, this::superior);
  }

  private Role superior(Role role) {
    return role.superior() == null ? null : roles.find(role.superior()).orElse(null);
  }
}
