package dev.kefu.organisation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The roles of {@code organisation/roles.yaml}, the one place where they stand. */
public interface RoleDirectory {

  /** All roles, merged posts included, in the order of the file. */
  Collection<Role> all();

  /** The role with this id; empty for an unknown one. A merged post is found under its own id. */
  Optional<Role> find(String roleId);

  /** The id of the role that holds this post: the role itself, or the one that it is merged into. */
  String holderOf(String roleId);

  /** What people call a section, English and Chinese; its id for an unknown one. */
  default String sectionLabel(String sectionId) {
    return sectionId;
  }

  /** Ids of the groups above a role, the nearest first, up to the general manager; merged posts stand there as their holders. */
  default Set<String> superiorsOf(String roleId) {
    Set<String> above = new LinkedHashSet<>();
    for (Optional<Role> role = find(roleId); role.map(Role::superior).isPresent(); role = find(role.get().superior())) {
      above.add(holderOf(role.get().superior()));
    }
    above.remove(holderOf(roleId));
    return above;
  }
}
