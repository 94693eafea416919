package dev.kefu.organisation.people;

import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.springframework.stereotype.Component;

/** People read and change their own account; the engine would let them delete it too, and with it the name behind what they did. */
@Component
class OwnAccountPlugin extends AbstractProcessEnginePlugin {

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    configuration.setResourceAuthorizationProvider(new OwnAccountRights());
  }

  private static final class OwnAccountRights extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newUser(User user) {
      return new AuthorizationEntity[] {
        createGrantAuthorization(user.getId(), null, Resources.USER, user.getId(), Permissions.READ, Permissions.UPDATE)};
    }
  }
}
