package dev.kefu.organisation.people;

import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.people.People.Person;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** The people of the demonstration: two for every role that logs in, named like the role, one for every other group that does, and an administrator. */
@Component
@RequiredArgsConstructor
class DemoUsers {

  private final RoleDirectory roles;
  private final RolesFile file;
  private final IdentityService identities;
  private final People people;
  private final DemoProperties demo;

  /** Makes those who are missing; who is there stays, with a changed password too. */
  void addMissing() {
    Set<String> there = identities.createUserQuery().list().stream().map(User::getId).collect(Collectors.toSet());
    all().filter(person -> !there.contains(person.id())).forEach(person -> people.add(person, demo.password()));
  }

  Stream<Person> all() {
    Stream<Person> employees = roles.all().stream().filter(role -> !role.applications().isEmpty())
      .flatMap(role -> Stream.of(employee(role, ""), employee(role, "-2")));
    Stream<Person> others = file.technicalGroups().stream().filter(group -> !group.applications().isEmpty())
      .map(group -> new Person(group.id(), group.title(), group.chinese(), List.of(group.id())));
    Person administrator = new Person("admin", "Administrator", "系統管理員", List.of("camunda-admin", "case-repair"));
    return Stream.of(employees, others, Stream.of(administrator)).flatMap(Function.identity());
  }

  private Person employee(Role role, String suffix) {
    return new Person(role.id() + suffix, role.title(), role.chinese() + suffix.replace('-', ' '), List.of(roles.holderOf(role.id())));
  }
}
