package dev.kefu.absence.deputies;

import dev.kefu.absence.Colleagues;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A deputy's rights: on a task from the task itself, which names the deputy; its process may be opened as long as such tasks are there. Works inside an engine command. */
@Component
@RequiredArgsConstructor
class DeputyRights {

  private final JdbcClient jdbc;
  private final Colleagues colleagues;

  /** Lets the deputy open the process, if nothing else does. */
  void give(String deputy, String processKey) {
    Context.getCommandContext().runWithoutAuthorization(() -> {
      AuthorizationService authorizations = authorizations();
      if (!authorizations.isUserAuthorized(deputy, List.copyOf(colleagues.groupsOf(deputy)), Permissions.READ, Resources.PROCESS_DEFINITION, processKey) && note(deputy, processKey)) {
        Authorization right = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        right.setUserId(deputy);
        right.setResource(Resources.PROCESS_DEFINITION);
        right.setResourceId(processKey);
        right.addPermission(Permissions.READ);
        String id = authorizations.saveAuthorization(right).getId();
        jdbc.sql("update absence_rights set authorization_id = ? where deputy = ? and process_key = ?").params(id, deputy, processKey).update();
      }
      return null;
    });
  }

  private boolean note(String deputy, String processKey) {
    try {
      return jdbc.sql("insert into absence_rights (deputy, process_key, authorization_id) values (?, ?, '')").params(deputy, processKey).update() == 1;
    } catch (DuplicateKeyException alreadyThere) {
      return false;
    }
  }

  /** Ends the right to open processes of which a deputy has no such task any more. */
  void endUnused() {
    String unused = "not exists (select 1 from absence_tasks t where t.deputy = absence_rights.deputy and t.process_key = absence_rights.process_key)";
    List<String> ids = jdbc.sql("select authorization_id from absence_rights where " + unused).query(String.class).list();
    ids.forEach(id -> {
      if (jdbc.sql("delete from absence_rights where authorization_id = ? and " + unused).param(id).update() > 0
          && authorizations().createAuthorizationQuery().authorizationId(id).count() > 0) {
        authorizations().deleteAuthorization(id);
      }
    });
  }

  private static AuthorizationService authorizations() {
    return Context.getProcessEngineConfiguration().getAuthorizationService();
  }
}
