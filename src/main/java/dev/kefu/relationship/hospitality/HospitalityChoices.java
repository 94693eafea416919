package dev.kefu.relationship.hospitality;

import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Colleagues as options of the request form ({@code valuesKey}); the model calls it in its input mappings. */
@Component
public class HospitalityChoices {

  private final RoleDirectory roles;
  private final IdentityService identityService;

  /** Lazy: the engine reads beans before it offers its own services. */
  HospitalityChoices(RoleDirectory roles, @Lazy IdentityService identityService) {
    this.roles = roles;
    this.identityService = identityService;
  }

  /** Whoever may be the host. */
  public SpinJsonNode hosts() {
    return options(MealPeople.HOSTS.stream());
  }

  /** Everybody of the department, and the general manager. */
  public SpinJsonNode companions() {
    return options(Stream.concat(roles.all().stream().filter(role -> !role.section().equals("outside")).map(Role::id), Stream.of(MealPeople.GENERAL_MANAGER)));
  }

  /** Whoever may approve by word of mouth. */
  public SpinJsonNode approvers() {
    return options(Stream.of(MealPeople.MANAGER, MealPeople.GENERAL_MANAGER));
  }

  private SpinJsonNode options(Stream<String> of) {
    Map<String, String> people = new TreeMap<>();
    of.map(roles::holderOf).distinct().forEach(role -> identityService.createUserQuery().memberOfGroup(role).list().forEach(user -> people.put(user.getId(), label(user))));
    return Spin.JSON(people.entrySet().stream().map(person -> Map.of("value", person.getKey(), "label", person.getValue())).toList());
  }

  private static String label(User user) {
    String name = Stream.of(user.getFirstName(), user.getLastName()).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
    return name.isEmpty() ? user.getId() : name + " (" + user.getId() + ")";
  }
}
