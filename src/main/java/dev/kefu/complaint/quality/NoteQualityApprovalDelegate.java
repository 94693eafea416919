package dev.kefu.complaint.quality;

import dev.kefu.complaint.ledger.ComplaintLedger;
import java.time.Clock;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes what was approved into both registers: its execution begins. */
@Component
@RequiredArgsConstructor
class NoteQualityApprovalDelegate implements JavaDelegate {

  private final QualityCases register;
  private final ComplaintLedger ledger;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    QualityCase quality = register.get((Long) execution.getVariable("qualityId"));
    quality.approve(clock.instant());
    ledger.approveRemedy(quality.getComplaintId(), quality.remedyList(), quality.getAmount());
  }
}
