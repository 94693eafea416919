package dev.kefu.organisation;

import java.util.Collection;

/** Whoever the running request is on behalf of, for capabilities that do not know the engine. */
public interface CurrentPerson {

  /**
   * The user id.
   *
   * @throws IllegalStateException when nobody is logged in
   */
  String userId();

  /** Whether the person holds one of these roles, merged posts by their holders. */
  boolean holdsAny(Collection<String> roleIds);
}
