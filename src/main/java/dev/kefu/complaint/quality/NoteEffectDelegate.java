package dev.kefu.complaint.quality;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the next three batches into the register and says whether the correction helped. */
@Component
@RequiredArgsConstructor
class NoteEffectDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    EffectWatch watch = register.watchOf(execution.getProcessInstanceId());
    watch.check(FormData.read(execution, "effect", Effect.class), Performer.of(execution));
    execution.setVariable("effective", watch.isEffective());
    execution.setVariable("effectHistory", Words.paragraphs(watch.history()));
  }
}
