package dev.kefu.organisation.directory;

import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import dev.kefu.organisation.directory.RolesFile.RoleEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The role directory as the roles file gives it. */
public class FileRoleDirectory implements RoleDirectory {

  private final Map<String, Role> roles = new LinkedHashMap<>();
  private final Map<String, String> sections = new HashMap<>();
  private final Map<String, String> aliases;

  public FileRoleDirectory(RolesFile file) {
    file.roles().forEach(entry -> roles.put(entry.id(), role(entry)));
    file.sections().forEach(section -> sections.put(section.id(), section.label()));
    aliases = file.aliases();
  }

  @Override
  public Collection<Role> all() {
    return roles.values();
  }

  @Override
  public Optional<Role> find(String roleId) {
    return Optional.ofNullable(roles.get(roleId));
  }

  @Override
  public String holderOf(String roleId) {
    return aliases.getOrDefault(roleId, roleId);
  }

  @Override
  public String sectionLabel(String sectionId) {
    return sections.getOrDefault(sectionId, sectionId);
  }

  private static Role role(RoleEntry entry) {
    return new Role(entry.id(), entry.title(), entry.chinese(), entry.superior(), entry.section(), entry.applications(), entry.starts(),
      entry.reads(), entry.cancels());
  }
}
