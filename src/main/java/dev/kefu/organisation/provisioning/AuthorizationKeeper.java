package dev.kefu.organisation.provisioning;

import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.util.ResourceTypeUtil;

/** Authorizations; known by holder, resource and resource id, of which the engine allows one each. */
@RequiredArgsConstructor
class AuthorizationKeeper implements Keeper<Right> {

  private final RightsOfRoles rights;
  private final AuthorizationService authorizations;

  @Override
  public String kind() {
    return "authorization";
  }

  @Override
  public List<Right> wanted() {
    return rights.all();
  }

  @Override
  public Optional<String> content(String engineId) {
    return Optional.ofNullable(find(engineId)).map(found -> Right.text(permissionNames(found)));
  }

  @Override
  public String create(Right right) {
    Authorization authorization = authorizations.createNewAuthorization(right.everybody() ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT);
    if (!right.everybody()) {
      authorization.setGroupId(right.holder());
    }
    authorization.setResource(right.resource());
    authorization.setResourceId(right.resourceId());
    write(authorization, right);
    return right.key();
  }

  @Override
  public void update(String engineId, Right right) {
    write(find(engineId), right);
  }

  @Override
  public void delete(String engineId) {
    authorizations.deleteAuthorization(find(engineId).getId());
  }

  private void write(Authorization authorization, Right right) {
    authorization.setPermissions(right.permissions().toArray(Permission[]::new));
    authorizations.saveAuthorization(authorization);
  }

  private Authorization find(String key) {
    String[] parts = key.split(" ", 3);
    AuthorizationQuery query = authorizations.createAuthorizationQuery().resourceType(Resources.valueOf(parts[1])).resourceId(parts[2]);
    return (Right.EVERYBODY.equals(parts[0]) ? query.authorizationType(AUTH_TYPE_GLOBAL)
      : query.authorizationType(AUTH_TYPE_GRANT).groupIdIn(parts[0])).singleResult();
  }

  private static List<String> permissionNames(Authorization authorization) {
    Permission[] known = ResourceTypeUtil.getPermissionsByResourceType(authorization.getResourceType());
    return Arrays.stream(authorization.getPermissions(known)).map(Permission::getName).collect(Collectors.toList());
  }
}
