package dev.kefu.organisation;

import java.util.Optional;

/** Who could act for whom at this moment: which posts somebody holds, and who stands above the others. */
public interface Posts {

  /** Whether the role is a post that nobody holds. A role that never logs in and a group that is no role are no posts, and never vacant. */
  boolean isVacant(String roleId);

  /**
   * The group that does the work of a role: its own (of a merged post the holder's), or the nearest above it that has members.
   *
   * @return empty when nobody holds the post or one above it, up to the general manager
   */
  Optional<String> workingGroupOf(String roleId);
}
