package dev.kefu.survey.credit;

import dev.kefu.organisation.RoleDirectory;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Colleagues as options of a form ({@code valuesKey}); the model calls it in its input mapping. */
@Component
public class CreditChoices {

  private final RoleDirectory roles;
  private final IdentityService identityService;

  /** Lazy: the engine reads beans before it offers its own services. */
  CreditChoices(RoleDirectory roles, @Lazy IdentityService identityService) {
    this.roles = roles;
    this.identityService = identityService;
  }

  /** Whoever may be the surveyor. */
  public SpinJsonNode surveyors() {
    return Spin.JSON(identityService.createUserQuery().memberOfGroup(roles.holderOf("survey-specialist")).orderByUserId().asc().list().stream()
        .map(user -> Map.of("value", user.getId(), "label", label(user))).toList());
  }

  private static String label(User user) {
    String name = Stream.of(user.getFirstName(), user.getLastName()).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
    return name.isEmpty() ? user.getId() : name + " (" + user.getId() + ")";
  }
}
