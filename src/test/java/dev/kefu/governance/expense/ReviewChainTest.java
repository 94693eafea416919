package dev.kefu.governance.expense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kefu.governance.expense.ReviewChain.Way;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** On a part of the catalogue's role directory. */
class ReviewChainTest {

  private static final List<Role> ROLES = List.of(
      role("customer-service-manager", "general-manager", "management"),
      role("customer-service-supervisor", "customer-service-manager", "management"),
      role("relationship-supervisor", "customer-service-manager", "relationship"),
      role("relationship-specialist", "relationship-supervisor", "relationship"),
      role("call-center-supervisor", "customer-service-manager", "call-centre"),
      role("call-center-team-leader", "call-center-supervisor", "call-centre"),
      role("call-center-agent", "call-center-team-leader", "call-centre"),
      role("technical-support-engineer", "technical-support-manager", "technical-support"),
      role("technical-support-manager", "customer-service-manager", "technical-support"),
      role("general-manager", null, "outside"));

  @ParameterizedTest
  @CsvSource({
      "relationship-specialist,     relationship-supervisor,   customer-service-manager, relationship",
      "call-center-agent,           call-center-supervisor,    customer-service-manager, call-centre",
      "call-center-team-leader,     call-center-supervisor,    customer-service-manager, call-centre",
      "technical-support-engineer,  technical-support-manager, customer-service-manager, technical-support",
      "relationship-supervisor,     customer-service-manager,  customer-service-manager, relationship",
      "technical-support-manager,   customer-service-manager,  customer-service-manager, technical-support",
      "customer-service-supervisor, customer-service-manager,  customer-service-manager, management",
      "customer-service-manager,    general-manager,           general-manager,          management"
  })
  void claimGoesToTheSupervisorOfTheSectionThenToTheManager(String role, String supervisor, String reviewer, String section) {
    assertThat(chain(Map.of()).of(List.of(role))).isEqualTo(new Way(role, section, supervisor, reviewer));
  }

  @Test
  void whoHoldsTwoPostsIsCheckedByTheHigherOne() {
    assertThat(chain(Map.of()).of(List.of("relationship-specialist", "call-center-supervisor", "some-group")).supervisorRole()).isEqualTo("customer-service-manager");
  }

  @Test
  void postThatIsMergedIntoTheClaimantsOwnChecksNothing() {
    assertThat(chain(Map.of("relationship-supervisor", "relationship-specialist")).of(List.of("relationship-specialist")).supervisorRole())
        .isEqualTo("customer-service-manager");
  }

  @Test
  void nobodyStandsAboveTheGeneralManager() {
    assertThatIllegalStateException().isThrownBy(() -> chain(Map.of()).of(List.of("general-manager"))).withMessageContaining("[general-manager]");
  }

  private static ReviewChain chain(Map<String, String> aliases) {
    return new ReviewChain(new RoleDirectory() {
      @Override
      public Collection<Role> all() {
        return ROLES;
      }

      @Override
      public Optional<Role> find(String roleId) {
        return ROLES.stream().filter(role -> role.id().equals(roleId)).findFirst();
      }

      @Override
      public String holderOf(String roleId) {
        return aliases.getOrDefault(roleId, roleId);
      }
    });
  }

  private static Role role(String id, String superior, String section) {
    return new Role(id, "Title", "職", superior, section, List.of(), List.of(), List.of(), List.of());
  }
}
