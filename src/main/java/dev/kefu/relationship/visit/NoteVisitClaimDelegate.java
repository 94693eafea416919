package dev.kefu.relationship.visit;

import java.math.BigDecimal;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what was paid of the visitor's claim into the register; nothing, when the claim was withdrawn or cancelled before it was entered. */
@Component
@RequiredArgsConstructor
class NoteVisitClaimDelegate implements JavaDelegate {

  private final Visits visits;

  @Override
  public void execute(DelegateExecution execution) {
    Object paid = execution.getVariable("visitPaid");
    visits.get((Long) execution.getVariable("visitId")).paid(paid == null ? BigDecimal.ZERO : new BigDecimal(paid.toString()));
  }
}
