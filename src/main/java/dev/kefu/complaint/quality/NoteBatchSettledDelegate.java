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

/** Writes what was released and scrapped of a held batch into the register. */
@Component
@RequiredArgsConstructor
class NoteBatchSettledDelegate implements JavaDelegate {

  private final QualityCases register;

  @Override
  public void execute(DelegateExecution execution) {
    Result result = FormData.read(execution, "execution", Result.class);
    register.holdOf((Long) execution.getVariable("holdId")).settle(result.released(), result.scrapped(), result.doneOn(), Performer.of(execution));
  }

  /**
   * The form quality-complaint-hold-carry-out.
   *
   * @param released pieces
   * @param scrapped pieces
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Result(BigDecimal released, BigDecimal scrapped, LocalDate doneOn) {
  }
}
