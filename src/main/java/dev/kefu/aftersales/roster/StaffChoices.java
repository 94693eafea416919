package dev.kefu.aftersales.roster;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The people of a section, for the choices of a form and for messages that name them. */
@Component
class StaffChoices {

  private final IdentityService identityService;

  /** Lazy: the engine reads beans before it offers its own services. */
  StaffChoices(@Lazy IdentityService identityService) {
    this.identityService = identityService;
  }

  /** Everybody who has shifts in the section, in the order of their ids, as a list of label and value. */
  SpinJsonNode of(Section section) {
    return Spin.JSON(people(section).entrySet().stream().map(person -> Map.of("value", person.getKey(), "label", person.getValue())).toList());
  }

  /** The same with the choice that nobody takes a shift. */
  SpinJsonNode withNobody(Section section, String code) {
    return Spin.JSON(Stream.concat(Stream.of(Map.of("value", code, "label", "Nobody can 無人可補")),
        people(section).entrySet().stream().map(person -> Map.of("value", person.getKey(), "label", person.getValue()))).toList());
  }

  private Map<String, String> people(Section section) {
    Map<String, String> people = new TreeMap<>();
    section.staff().forEach(role -> identityService.createUserQuery().memberOfGroup(role).list().forEach(user -> people.put(user.getId(), name(user))));
    return people;
  }

  /** What people read of a user. */
  String name(String userId) {
    return Optional.ofNullable(identityService.createUserQuery().userId(userId).singleResult()).map(StaffChoices::name).orElse(userId);
  }

  private static String name(User user) {
    String name = Stream.of(user.getFirstName(), user.getLastName()).filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" "));
    return name.isEmpty() ? user.getId() : name + " (" + user.getId() + ")";
  }

  /** The section whose rosters a person plans; after-sales for whoever plans none. */
  Section plannedBy(String userId) {
    return Arrays.stream(Section.values()).filter(section -> userId != null && isMember(userId, section.planner())).findFirst().orElse(Section.AFTER_SALES);
  }

  /** Whether two people have a role of the section in common: the same skills. */
  boolean haveSameSkills(Section section, String one, String other) {
    return section.staff().stream().anyMatch(role -> isMember(one, role) && isMember(other, role));
  }

  private boolean isMember(String userId, String role) {
    return identityService.createUserQuery().userId(userId).memberOfGroup(role).count() > 0;
  }
}
