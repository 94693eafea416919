package dev.kefu.complaint.quality;

import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the samples into the register, holds the batch there, and offers the samples for the test. */
@Component
@RequiredArgsConstructor
class NoteSamplesDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    QualityCase quality = register.get((Long) execution.getVariable("qualityId"));
    Sampling sampling = FormData.read(execution, "sampling", Sampling.class);
    String by = Performer.of(execution);
    quality.sample(sampling, by);
    execution.setVariables(SampleChoices.of(quality));
    execution.setVariable("batchHeld", sampling.batchHeld());
    execution.setVariable("holdId", sampling.batchHeld() ? register.hold(quality, by).getId() : null);
    execution.setVariable("thirdParty", Laboratory.OURS.isThirdParty());
    execution.setVariable("laboratoryFacts", Laboratory.OURS.title());
  }
}
