package dev.kefu.aftersales.service;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes into the register that the customer did not say anything in time. */
@Component
@RequiredArgsConstructor
class NoteServiceSilenceDelegate implements JavaDelegate {

  private final ServiceRequests requests;

  @Override
  public void execute(DelegateExecution execution) {
    requests.get((Long) execution.getVariable("requestId")).staySilent();
  }
}
