package dev.kefu.governance.expense;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FormData;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Says what finance found. */
@Component
class NoteClaimAuditDelegate implements JavaDelegate {

  @Override
  public void execute(DelegateExecution execution) {
    Audit audit = FormData.read(execution, "audit", Audit.class);
    execution.setVariable("auditOutcome", audit.outcome());
    execution.setVariable("returnReason", Objects.requireNonNullElse(audit.reason(), ""));
  }

  /**
   * The form expense-claim-review-finance-check.
   *
   * @param outcome {@code ok}, {@code short} or {@code refuse}
   * @param reason what is short, or why it is refused; absent when all is good
   * @param paidAmount what is paid, in yuan; absent unless all is good
   * @param paidOn when; absent unless all is good
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Audit(String outcome, String reason, BigDecimal paidAmount, LocalDate paidOn) {
  }
}
