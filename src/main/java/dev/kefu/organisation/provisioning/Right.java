package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.provisioning.Keeper.Wanted;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;

/**
 * What a group, or everybody, may do with a resource.
 *
 * @param holder group id, or {@link #EVERYBODY}
 * @param resourceId id of the resource, {@code *} for all
 */
record Right(String holder, Resources resource, String resourceId, Set<Permission> permissions) implements Wanted {

  static final String EVERYBODY = "*";

  boolean everybody() {
    return EVERYBODY.equals(holder);
  }

  @Override
  public String key() {
    return holder + " " + resource.name() + " " + resourceId;
  }

  @Override
  public String content() {
    return text(permissions.stream().map(Permission::getName).collect(Collectors.toSet()));
  }

  /** Permissions as a text in which their order does not matter. */
  static String text(Collection<String> permissionNames) {
    Set<String> names = new TreeSet<>(permissionNames);
    names.remove("NONE");
    return names.contains("ALL") ? "ALL" : String.join(", ", names);
  }
}
