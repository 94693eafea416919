package dev.kefu.complaint.correction;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what was done into the register. */
@Component
@RequiredArgsConstructor
class NoteImprovementEvidenceDelegate implements JavaDelegate {

  private final CorrectiveActions actions;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Work work = FormData.read(execution, "execution", Work.class);
    actions.of(execution.getProcessInstanceId()).carryOut(work.done(), work.proof(), work.carriedOn(), Performer.of(execution), LocalDate.now(clock));
  }
}
