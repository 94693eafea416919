package dev.kefu.governance.expense;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Brings the register in step with a corrected claim, in the same transaction; refuses a correction that would go round the rule. */
@Component
@RequiredArgsConstructor
class ClaimCorrectionListener {

  private final ExpenseClaims claims;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (!corrected.processKey().equals(ExpenseClaims.PROCESS) || !corrected.root().equals("claim")) {
      return;
    }
    Claim claim = FormData.read(runtimeService.getVariable(corrected.processInstanceId(), "claim"), "claim", Claim.class);
    try {
      claims.correct(corrected.processInstanceId(), claim);
    } catch (IllegalArgumentException tooMuch) {
      throw new ResponseStatusException(HttpStatus.CONFLICT, tooMuch.getMessage(), tooMuch);
    }
  }
}
