package dev.kefu.organisation;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Roles that get tasks in a process because of a release in the running system, beside what {@code roles.yaml} says; a later start keeps them. */
public interface ReleasedWork {

  /**
   * Lets roles work in a process from now on; for roles that do already, nothing changes.
   *
   * @return those for which it is new
   */
  Set<String> grant(String processId, Collection<String> roleIds);

  /**
   * Takes back what releases granted, but for roles that still have open tasks in the process.
   *
   * @return those that may not work in it any more
   */
  Set<String> withdraw(String processId, Collection<String> roleIds);

  /** Role ids by process, of all that is granted: what an export adds to {@code roles.yaml}. */
  Map<String, Set<String>> granted();
}
