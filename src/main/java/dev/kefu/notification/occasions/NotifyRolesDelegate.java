package dev.kefu.notification.occasions;

import dev.kefu.notification.Notification;
import dev.kefu.notification.Notification.Recipient;
import dev.kefu.notification.Notifications;
import java.util.HashMap;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/**
 * The step "tell people" of any process. Input parameters: {@code template}, the text; {@code roles}, the ids of those who are told, with commas
 * between them (each person gets it once); every other one is a fact that the text names. A repeated job sends nothing twice.
 */
@Component
@RequiredArgsConstructor
class NotifyRolesDelegate implements JavaDelegate {

  private static final String TEMPLATE = "template";
  private static final String ROLES = "roles";

  private final Notifications notifications;

  @Override
  public void execute(DelegateExecution execution) {
    Map<String, Object> inputs = new HashMap<>(execution.getVariablesLocal());
    String template = (String) inputs.remove(TEMPLATE);
    String roles = (String) inputs.remove(ROLES);
    Map<String, String> facts = new HashMap<>();
    inputs.forEach((name, value) -> facts.put(name, value == null ? "" : value.toString()));
    notifications.send(new Notification("notify/" + execution.getActivityInstanceId(), Recipient.role(roles), template, execution.getProcessBusinessKey(), facts));
  }
}
