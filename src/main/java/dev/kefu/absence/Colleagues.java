package dev.kefu.absence;

import static java.util.stream.Collectors.toCollection;

import dev.kefu.organisation.Posts;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the engine's users, or the directory in their place, who is employed as what. */
@Component
@RequiredArgsConstructor
public class Colleagues {

  private static final String TASKLIST = "tasklist";

  private final ObjectProvider<IdentityService> identities;
  private final RoleDirectory roles;
  private final Posts posts;
  private final SystemWork system;

  /**
   * An employee with a task list.
   *
   * @param section of the first role, as people call it
   */
  public record Colleague(String id, String name, String role, String section, Set<String> roleIds) {
  }

  /** Everybody who has a task list, section by section. */
  public List<Colleague> all() {
    return system.look(() -> {
      Map<String, User> users = new LinkedHashMap<>();
      Map<String, Set<String>> held = new LinkedHashMap<>();
      roles.all().stream().filter(Colleagues::works).filter(role -> roles.holderOf(role.id()).equals(role.id())).forEach(role ->
          identities.getObject().createUserQuery().memberOfGroup(role.id()).orderByUserId().asc().list().forEach(user -> {
            users.put(user.getId(), user);
            held.computeIfAbsent(user.getId(), id -> new LinkedHashSet<>()).add(role.id());
          }));
      List<Colleague> all = new ArrayList<>();
      users.values().forEach(user -> all.add(colleague(user, held.get(user.getId()))));
      return all;
    });
  }

  /** The employee; empty for whoever is none, or has no task list. */
  public Optional<Colleague> find(String userId) {
    return system.look(() -> Optional.ofNullable(identities.getObject().createUserQuery().userId(userId).singleResult())
        .flatMap(user -> Optional.of(rolesOf(userId)).filter(held -> !held.isEmpty()).map(held -> colleague(user, held))));
  }

  /** Roles with a task list that the user holds. */
  public Set<String> rolesOf(String userId) {
    return groupsOf(userId).stream().filter(group -> roles.find(group).filter(Colleagues::works).isPresent()).collect(toCollection(TreeSet::new));
  }

  public Set<String> groupsOf(String userId) {
    return system.look(() -> identities.getObject().createGroupQuery().groupMember(userId).list().stream().map(Group::getId).collect(toCollection(TreeSet::new)));
  }

  /** Groups above any of the user's roles, up to the general manager. */
  public Set<String> superiorsOf(Collection<String> roleIds) {
    return roleIds.stream().flatMap(role -> roles.superiorsOf(role).stream()).collect(toCollection(TreeSet::new));
  }

  /** Groups that act for the posts right above the user; none for whoever stands at the top. */
  public Set<String> nextAbove(String userId) {
    return nextAbove(rolesOf(userId).stream());
  }

  /** Groups that act for the posts right above those who start a process. */
  public Set<String> nextAboveStarters(String processKey) {
    return nextAbove(roles.all().stream().filter(role -> role.starts().contains(processKey)).map(Role::id));
  }

  private Set<String> nextAbove(Stream<String> roleIds) {
    return roleIds.map(roles::find).flatMap(role -> role.map(Role::superior).stream()).flatMap(superior -> posts.workingGroupOf(superior).stream())
        .collect(toCollection(TreeSet::new));
  }

  public String nameOf(String userId) {
    return system.look(() -> Optional.ofNullable(identities.getObject().createUserQuery().userId(userId).singleResult()).map(Colleagues::name).orElse(userId));
  }

  /** Those of these users that there are no longer. */
  public Set<String> gone(Collection<String> userIds) {
    Set<String> gone = new TreeSet<>(userIds);
    if (!gone.isEmpty()) {
      system.look(() -> identities.getObject().createUserQuery().userIdIn(userIds.toArray(String[]::new)).list()).forEach(user -> gone.remove(user.getId()));
    }
    return gone;
  }

  public String labels(Collection<String> roleIds) {
    return String.join(", ", roleIds.stream().map(id -> roles.find(id).map(Role::label).orElse(id)).toList());
  }

  private Colleague colleague(User user, Set<String> held) {
    Optional<Role> first = held.stream().findFirst().flatMap(roles::find);
    return new Colleague(user.getId(), name(user), labels(held), first.map(role -> roles.sectionLabel(role.section())).orElse(""), held);
  }

  private static String name(User user) {
    String name = Stream.of(user.getFirstName(), user.getLastName()).filter(part -> part != null && !part.isBlank()).reduce((one, other) -> one + " " + other).orElse("");
    return name.isEmpty() ? user.getId() : name;
  }

  private static boolean works(Role role) {
    return role.applications().contains(TASKLIST);
  }
}
