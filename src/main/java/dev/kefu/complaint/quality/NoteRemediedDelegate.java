package dev.kefu.complaint.quality;

import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what was carried out into the register. */
@Component
@RequiredArgsConstructor
class NoteRemediedDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    register.get((Long) execution.getVariable("qualityId")).remedied((String) execution.getVariable("remedyResult"));
  }
}
