package dev.kefu.organisation.people;

import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.organisation.CurrentPerson;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import dev.kefu.organisation.directory.RolesFile;
import dev.kefu.organisation.people.PeopleCheck.BadCell;
import dev.kefu.organisation.people.PeopleFile.Column;
import dev.kefu.organisation.people.PeopleFile.Line;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the users of a file and gives each exactly the roles that its row names; whoever is not in the file stays. All of it is one transaction: with one bad row
 * nothing is written. The groups themselves come from {@code roles.yaml}, so a file cannot make any.
 */
@Service
@RequiredArgsConstructor
class PeopleImport {

  private final RolesFile file;
  private final RoleDirectory roles;
  private final IdentityService identities;
  private final CurrentPerson importer;
  private final FirstPasswords passwords;
  private final AuditTrail audit;

  /**
   * What an import did, or would do.
   *
   * @param added new users with their first passwords, which are shown this once; without passwords when nothing was written
   * @param changed ids of users whose name, address or roles changed
   * @param unchanged number of users who were like this already
   */
  record Outcome(boolean written, List<NewUser> added, List<String> changed, int unchanged) {
  }

  /** A new user; {@code password} is absent when nothing was written. */
  record NewUser(String userId, String password) {
  }

  /** What is wrong with the rows; empty when they can be imported. */
  List<BadCell> errors(List<Line> lines) {
    Map<String, String> groups = new HashMap<>();
    file.roles().forEach(role -> groups.put(role.id(), roles.holderOf(role.id())));
    file.technicalGroups().forEach(group -> groups.put(group.id(), group.id()));
    Set<String> outsiders = roles.all().stream().filter(role -> role.applications().isEmpty()).map(Role::id).collect(Collectors.toSet());
    return new PeopleCheck(groups, outsiders, importer.userId(), importer.holdsAny(List.of(PeopleCheck.ADMINISTRATORS))).errors(lines);
  }

  /**
   * Imports rows without errors.
   *
   * @param write false only says what would happen
   */
  @Transactional
  public Outcome run(List<Line> lines, boolean write) {
    List<NewUser> added = new ArrayList<>();
    List<String> changed = new ArrayList<>();
    int unchanged = 0;
    for (Line line : lines) {
      String id = line.cell(Column.USER_ID);
      User user = identities.createUserQuery().userId(id).singleResult();
      if (user == null) {
        added.add(add(line, write));
      } else if (change(user, line, write)) {
        changed.add(id);
      } else {
        unchanged++;
      }
    }
    if (write) {
      audit.write(new AuditRecord(AuditRecord.Kind.OPERATION, importer.userId(), "importPeople", "people", "file", null,
          Map.of("added", String.valueOf(added.size()), "changed", String.valueOf(changed.size()))));
    }
    return new Outcome(write, added, changed, unchanged);
  }

  private NewUser add(Line line, boolean write) {
    String id = line.cell(Column.USER_ID);
    if (!write) {
      return new NewUser(id, null);
    }
    String password = passwords.next(id, line.cell(Column.FIRST_NAME), line.cell(Column.LAST_NAME));
    User user = identities.newUser(id);
    describe(user, line);
    user.setPassword(password);
    identities.saveUser(user);
    wantedGroups(line).forEach(group -> identities.createMembership(id, group));
    return new NewUser(id, password);
  }

  private boolean change(User user, Line line, boolean write) {
    boolean renamed = !Objects.equals(user.getFirstName(), line.cell(Column.FIRST_NAME)) || !Objects.equals(user.getLastName(), line.cell(Column.LAST_NAME))
        || !Objects.equals(Objects.requireNonNullElse(user.getEmail(), ""), line.cell(Column.EMAIL));
    Set<String> wanted = wantedGroups(line);
    Set<String> there = ownGroups(user.getId());
    if (write && renamed) {
      describe(user, line);
      identities.saveUser(user);
    }
    if (write) {
      there.stream().filter(group -> !wanted.contains(group)).forEach(group -> identities.deleteMembership(user.getId(), group));
      wanted.stream().filter(group -> !there.contains(group)).forEach(group -> identities.createMembership(user.getId(), group));
    }
    return renamed || !wanted.equals(there);
  }

  private static void describe(User user, Line line) {
    user.setFirstName(line.cell(Column.FIRST_NAME));
    user.setLastName(line.cell(Column.LAST_NAME));
    user.setEmail(line.cell(Column.EMAIL).isEmpty() ? null : line.cell(Column.EMAIL));
  }

  private Set<String> wantedGroups(Line line) {
    return line.roles().stream().map(roles::holderOf).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The groups that a file may speak of; what an administrator made beside them stays. */
  private Set<String> ownGroups(String userId) {
    Set<String> known = file.roles().stream().map(role -> roles.holderOf(role.id())).collect(Collectors.toCollection(TreeSet::new));
    file.technicalGroups().forEach(group -> known.add(group.id()));
    return identities.createGroupQuery().groupMember(userId).unlimitedList().stream().map(Group::getId).filter(known::contains).collect(Collectors.toCollection(TreeSet::new));
  }
}
