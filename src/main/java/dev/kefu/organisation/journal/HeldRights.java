package dev.kefu.organisation.journal;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;
import org.springframework.stereotype.Component;

/** Reads from the engine who has what now. Rights to single tasks are none of it: they come and go with the task, and the operation log has them. */
@Component
@RequiredArgsConstructor
class HeldRights {

  private static final int PAGE = 500;
  private static final Set<Resources> PASSING = Set.of(Resources.TASK, Resources.PROCESS_INSTANCE, Resources.HISTORIC_TASK, Resources.HISTORIC_PROCESS_INSTANCE);

  private final IdentityService identities;
  private final AuthorizationService authorizations;

  /** Everything that somebody has. */
  Set<HeldRight> now() {
    Set<HeldRight> held = new HashSet<>();
    pages((first, count) -> identities.createGroupQuery().orderByGroupId().asc().listPage(first, count), group ->
        pages((first, count) -> identities.createUserQuery().memberOfGroup(group.getId()).orderByUserId().asc().listPage(first, count), user -> held.add(HeldRight.member(user.getId(), group.getId()))));
    // Not in pages: nothing but the id of what they are rights to gives them an order, and many share it. They are some thousands.
    Arrays.stream(Resources.values()).filter(resource -> !PASSING.contains(resource))
        .forEach(resource -> authorizations.createAuthorizationQuery().resourceType(resource).list().forEach(one -> held.add(right(resource, one))));
    return held;
  }

  private static HeldRight right(Resources resource, Authorization one) {
    Permission[] known = ResourceTypeUtil.getPermissionsByResourceType(one.getResourceType());
    String permissions = Arrays.stream(one.getPermissions(known)).map(Permission::getName).filter(name -> !name.equals("NONE")).sorted().collect(Collectors.joining(", "));
    String holder = Objects.requireNonNullElse(one.getGroupId() == null ? one.getUserId() : one.getGroupId(), "*");
    return HeldRight.right(holder, resource.name(), one.getResourceId(), (one.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE ? "revoked: " : "") + permissions);
  }

  private static <T> void pages(BiFunction<Integer, Integer, List<T>> read, Consumer<T> use) {
    int first = 0;
    List<T> page;
    do {
      page = read.apply(first, PAGE);
      page.forEach(use);
      first += PAGE;
    } while (page.size() == PAGE);
  }
}
