package dev.kefu.organisation.directory;

import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import dev.kefu.organisation.directory.RolesFile.Section;
import dev.kefu.organisation.directory.RolesFile.TechnicalGroup;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;

/** Looks for every fault of a roles file and names the entries. */
@RequiredArgsConstructor
class RolesFileCheck {

  private static final String ID = "[a-z][a-z0-9-]*";
  private static final Set<String> APPLICATIONS = Set.of("tasklist", "cockpit", "admin", "welcome");

  private final List<Section> sections;
  private final List<RoleEntry> roles;
  private final List<TechnicalGroup> technicalGroups;
  private final Map<String, String> aliases;
  private final Map<String, List<String>> exports;
  private final Map<String, List<String>> readers;
  private final List<String> faults = new ArrayList<>();

  void run() {
    Map<String, RoleEntry> byId = new HashMap<>();
    Set<String> groups = new HashSet<>();
    roles.forEach(role -> {
      byId.put(role.id(), role);
      checkId(role.id(), groups);
    });
    technicalGroups.forEach(group -> {
      checkId(group.id(), groups);
      checkApplications("group " + group.id(), group.applications());
    });
    roles.forEach(role -> checkRole(role, byId));
    aliases.forEach((post, holder) -> checkAlias(post, holder, byId.keySet()));
    checkRegisters("export", exports, byId);
    checkRegisters("readers of", readers, byId);
    if (!faults.isEmpty()) {
      throw new IllegalStateException("roles.yaml: " + String.join("; ", faults));
    }
  }

  private void checkId(String id, Set<String> seen) {
    if (!id.matches(ID)) {
      faults.add("id " + id + " is not in kebab-case");
    }
    if (!seen.add(id)) {
      faults.add("id " + id + " stands twice");
    }
  }

  private void checkRole(RoleEntry role, Map<String, RoleEntry> byId) {
    Set<String> sectionIds = sections.stream().map(Section::id).collect(Collectors.toSet());
    if (!sectionIds.contains(role.section())) {
      faults.add("role " + role.id() + " names the unknown section " + role.section());
    }
    checkApplications("role " + role.id(), role.applications());
    Set<String> path = new HashSet<>();
    RoleEntry current = role;
    while (current != null && current.superior() != null) {
      if (!path.add(current.id())) {
        faults.add("the superiors of role " + role.id() + " form a circle at " + current.id());
        return;
      }
      RoleEntry superior = byId.get(current.superior());
      if (superior == null && current == role) {
        faults.add("role " + role.id() + " names the unknown superior " + role.superior());
      }
      current = superior;
    }
  }

  private void checkRegisters(String right, Map<String, List<String>> registers, Map<String, RoleEntry> byId) {
    registers.forEach((register, holders) -> holders.stream().filter(role -> !byId.containsKey(role) || byId.get(role).applications().isEmpty())
        .forEach(role -> faults.add(right + " " + register + " names " + role + ", which is no role that logs in")));
  }

  private void checkApplications(String holder, List<String> applications) {
    applications.stream().filter(application -> !APPLICATIONS.contains(application))
      .forEach(application -> faults.add(holder + " names the unknown application " + application));
  }

  private void checkAlias(String post, String holder, Set<String> roleIds) {
    if (!roleIds.contains(post)) {
      faults.add("alias " + post + " is no role");
    }
    if (!roleIds.contains(holder)) {
      faults.add("alias " + post + " names the unknown role " + holder);
    }
    if (aliases.containsKey(holder)) {
      faults.add("alias " + post + " leads to " + holder + ", which is itself merged into " + aliases.get(holder));
    }
  }
}
