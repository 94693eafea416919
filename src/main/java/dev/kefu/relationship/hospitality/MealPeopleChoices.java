package dev.kefu.relationship.hospitality;

import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who sits at a table, who therefore may not decide of it, and who decides instead. */
@Component
class MealPeopleChoices {

  private final RoleDirectory roles;
  private final IdentityService identityService;

  /** Lazy: the engine reads beans before it offers its own services. */
  MealPeopleChoices(RoleDirectory roles, @Lazy IdentityService identityService) {
    this.roles = roles;
    this.identityService = identityService;
  }

  boolean holds(String userId, String role) {
    return identityService.createUserQuery().userId(userId).memberOfGroup(roles.holderOf(role)).count() > 0;
  }

  /** The cost centre of a person: the section of the post; what the relations section arranges for others is its own. */
  String sectionOf(String userId) {
    List<String> groups = identityService.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
    return roles.all().stream().filter(role -> groups.contains(role.id()) && !role.section().equals("outside")).map(Role::section).findFirst().orElse("relationship");
  }

  /** Those of the table who are barred from deciding, comma-separated: all but the general manager, whom nobody stands above. */
  String participants(String companions) {
    return Arrays.stream(companions.split(",")).filter(person -> !holds(person, MealPeople.GENERAL_MANAGER)).collect(Collectors.joining(","));
  }

  /** The same as a list, with the starter. */
  List<String> barred(String companions, String starter) {
    return Stream.concat(Arrays.stream(participants(companions).split(",")), Stream.ofNullable(starter)).filter(person -> !person.isEmpty()).toList();
  }

  /** The role, or the next one above it in which somebody may decide. A vacant post stays: the engine finds who acts for it. */
  String decider(String role, Collection<String> barred) {
    return Stream.concat(Stream.of(roles.holderOf(role)), roles.superiorsOf(role).stream()).filter(one -> one.equals(MealPeople.GENERAL_MANAGER) || mayDecide(one, barred)).findFirst()
        .orElse(MealPeople.GENERAL_MANAGER);
  }

  private boolean mayDecide(String role, Collection<String> barred) {
    List<String> members = identityService.createUserQuery().memberOfGroup(role).list().stream().map(User::getId).toList();
    return members.isEmpty() || !barred.containsAll(members);
  }
}
