package dev.kefu.organisation.lookup;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;

import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Colleagues as options of a select ({@code valuesKey}); models call it as {@code ${colleagueChoices.inRole('role-id')}} in an input mapping. */
@Component
public class ColleagueChoices {

  private final IdentityService identityService;

  /** Lazy: the engine reads this bean before it offers its own services. */
  ColleagueChoices(@Lazy IdentityService identityService) {
    this.identityService = identityService;
  }

  /** Returns the members of a role in the order of their ids, as a list of label and value. */
  public SpinJsonNode inRole(String roleId) {
    return options(identityService.createUserQuery().memberOfGroup(roleId));
  }

  /** Returns the members of any of the roles, each once; the ids have commas between them. */
  public SpinJsonNode inRoles(String roleIds) {
    return options(Arrays.stream(roleIds.split(",")).flatMap(role -> identityService.createUserQuery().memberOfGroup(role).list().stream()).collect(toMap(User::getId, user -> user, (one, same) -> one, TreeMap::new))
        .values());
  }

  /** Returns all employees in the order of their ids, as a list of label and value. */
  public SpinJsonNode everybody() {
    return options(identityService.createUserQuery());
  }

  private static SpinJsonNode options(UserQuery users) {
    return options(users.orderByUserId().asc().list());
  }

  private static SpinJsonNode options(Collection<User> users) {
    return Spin.JSON(users.stream().map(user -> Map.of("value", user.getId(), "label", label(user))).toList());
  }

  private static String label(User user) {
    String name = Stream.of(user.getFirstName(), user.getLastName()).filter(part -> part != null && !part.isBlank()).collect(joining(" "));
    return name.isEmpty() ? user.getId() : name + " (" + user.getId() + ")";
  }
}
