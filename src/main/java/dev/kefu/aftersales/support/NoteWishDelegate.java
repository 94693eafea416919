package dev.kefu.aftersales.support;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says that the wish became a proposal; the register follows with the end. */
@Component
class NoteWishDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    execution.setVariable("outcome", "wishRegistered");
  }
}
