package dev.kefu.engine.gate;

import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/** Refuses rights that take others away: the engine is set not to look for them, so that one would show and do nothing. */
@Component
class RevocationGuard implements CommandGuard {

  @Override
  public Set<Class<?>> guards() {
    return Set.of(SaveAuthorizationCmd.class);
  }

  @Override
  public Object execute(Command<?> command, Person person, CommandContext context, Supplier<Object> proceed) {
    AuthorizationEntity right = CommandFields.get(command, "authorization");
    if (right.getAuthorizationType() == Authorization.AUTH_TYPE_REVOKE) {
      throw Refusal.badRequest("A right cannot be taken away by another one: delete the authorization (type ALLOW) that gives it, or change the person's groups. 權限不設撤銷項,請刪除授予項或調整所屬組");
    }
    return proceed.get();
  }
}
