package dev.kefu.complaint.quality;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.math.BigDecimal;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes quantity and place of a blocked batch into the register. */
@Component
@RequiredArgsConstructor
class NoteBlockedBatchDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    BatchHold hold = register.holdOf((Long) execution.getVariable("holdId"));
    Blocking blocking = FormData.read(execution, "blocking", Blocking.class);
    hold.block(blocking.quantityFound(), blocking.place(), blocking.blockedOn(), Performer.of(execution));
    execution.setVariable("blockedFacts", hold.blockedFacts());
  }

  /**
   * The form quality-complaint-hold-block.
   *
   * @param quantityFound pieces
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Blocking(BigDecimal quantityFound, String place, LocalDate blockedOn) {
  }
}
