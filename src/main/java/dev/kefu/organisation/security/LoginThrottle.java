package dev.kefu.organisation.security;

import java.time.Duration;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Explains the engine's lock after wrong passwords. */
@Component
@RequiredArgsConstructor
class LoginThrottle {

  private final ObjectProvider<ProcessEngineConfigurationImpl> engine;

  /** What somebody reads whose login was refused; the same for unknown users as for a first wrong password. */
  String message(String userId) {
    ProcessEngineConfigurationImpl configuration = engine.getObject();
    return PlainWords.loginRefused(secondsToWait(userId, configuration), configuration.getLoginMaxAttempts());
  }

  private static long secondsToWait(String userId, ProcessEngineConfigurationImpl configuration) {
    IdentityService identities = configuration.getIdentityService();
    UserEntity user = userId == null ? null : (UserEntity) identities.createUserQuery().userId(userId).singleResult();
    Date end = user == null ? null : user.getLockExpirationTime();
    if (end == null) {
      return configuration.getLoginDelayBase();
    }
    long millis = end.getTime() - ClockUtil.getCurrentTime().getTime();
    return Math.max(1, Duration.ofMillis(millis).plusMillis(999).toSeconds());
  }
}
