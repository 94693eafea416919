package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the decision on a held batch into the register. */
@Component
@RequiredArgsConstructor
class NoteDisposalDelegate implements JavaDelegate {

  private final QualityCases register;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    BatchHold hold = register.holdOf((Long) execution.getVariable("holdId"));
    Disposition disposition = FormData.read(execution, "disposition", Disposition.class);
    hold.decide(BatchHold.disposalOf(disposition.disposal()), disposition.reason(), register.get(hold.getQualityId()), Performer.of(execution), clock.instant());
    execution.setVariable("disposal", disposition.disposal());
    execution.setVariable("disposalFacts", hold.disposalFacts());
  }

  /**
   * The form quality-complaint-hold-decide.
   *
   * @param disposal {@code release}, {@code rework} or {@code scrap}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Disposition(String disposal, String reason) {
  }
}
