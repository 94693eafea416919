package dev.kefu.relationship.visit;

import dev.kefu.engine.FormData;
import java.time.Clock;
import java.util.Collection;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the visit into the register, and what the table found of its change. */
@Component
@RequiredArgsConstructor
class NoteVisitDelegate implements JavaDelegate {

  private static final String CHECKS = "visitChecks";
  private static final String NOTE_IN_APPRAISAL = "noteInAppraisal";

  private final Visits visits;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    boolean unreported = ((Collection<?>) execution.getVariable(CHECKS)).contains(NOTE_IN_APPRAISAL);
    // The engine cannot read a list back that is empty, so none is left for a later transaction.
    execution.removeVariable(CHECKS);
    FormData.read(execution, "visiting", Visiting.class).into(visits.get((Long) execution.getVariable("visitId")), clock.instant(), unreported);
  }
}
