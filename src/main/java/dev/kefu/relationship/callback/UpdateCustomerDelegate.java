package dev.kefu.relationship.callback;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Brings the contact and the satisfaction into the customer master, and what followed into the register. */
@Component
@RequiredArgsConstructor
class UpdateCustomerDelegate implements JavaDelegate {

  private final Callbacks callbacks;

  @Override
  public void execute(DelegateExecution execution) {
    callbacks.follow(execution.getProcessInstanceId(), (String) execution.getVariable("followUp"));
  }
}
