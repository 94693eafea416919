package dev.kefu.aftersales.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the partner's word into the register. */
@Component
@RequiredArgsConstructor
class NoteSwapAgreementDelegate implements JavaDelegate {

  private final Rosters rosters;

  @Override
  public void execute(DelegateExecution execution) {
    boolean agrees = "yes".equals(FormData.read(execution, "agreement", Agreement.class).partnerAgrees());
    rosters.change((Long) execution.getVariable("swapId")).agree(agrees);
    execution.setVariable("partnerAgrees", agrees);
  }

  /**
   * The form service-roster-swap-swap.
   *
   * @param partnerAgrees {@code yes} or {@code no}
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Agreement(String partnerAgrees) {
  }
}
