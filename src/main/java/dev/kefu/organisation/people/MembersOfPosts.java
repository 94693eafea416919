package dev.kefu.organisation.people;

import dev.kefu.organisation.Posts;
import dev.kefu.organisation.Role;
import dev.kefu.organisation.RoleDirectory;
import java.util.Optional;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the engine's users, or the directory in their place, each time: nobody tells Kefu when a directory changes. */
@Component
@RequiredArgsConstructor
class MembersOfPosts implements Posts {

  private final RoleDirectory roles;
  private final ObjectProvider<IdentityService> identities;

  @Override
  public boolean isVacant(String roleId) {
    String holder = roles.holderOf(roleId);
    return roles.find(holder).filter(MembersOfPosts::logsIn).isPresent() && !hasMembers(holder);
  }

  @Override
  public Optional<String> workingGroupOf(String roleId) {
    return Stream.concat(Stream.of(roles.holderOf(roleId)), roles.superiorsOf(roleId).stream())
        .filter(group -> roles.find(group).map(MembersOfPosts::logsIn).orElse(true)).filter(this::hasMembers).findFirst();
  }

  private static boolean logsIn(Role role) {
    return !role.applications().isEmpty();
  }

  /** Whoever causes the question need not see all colleagues. */
  private boolean hasMembers(String group) {
    CommandContext command = Context.getCommandContext();
    return command == null ? count(group) > 0 : command.runWithoutAuthorization(() -> count(group)) > 0;
  }

  private long count(String group) {
    return identities.getObject().createUserQuery().memberOfGroup(group).count();
  }
}
