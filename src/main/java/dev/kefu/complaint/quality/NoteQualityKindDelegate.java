package dev.kefu.complaint.quality;

import dev.kefu.complaint.ledger.ComplaintLedger;
import dev.kefu.engine.CaseVariables;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the kind into the register; a claim is major at least, in the complaint ledger too. */
@Component
@RequiredArgsConstructor
class NoteQualityKindDelegate implements JavaDelegate {

  private static final String MAJOR = "major";

  private final QualityCases register;
  private final ComplaintLedger ledger;

  @Override
  public void execute(DelegateExecution execution) {
    QualityCase quality = register.get((Long) execution.getVariable("qualityId"));
    String kind = (String) execution.getVariable("qualityKind");
    boolean raised = "claim".equals(kind) && "ordinary".equals(execution.getVariable(CaseVariables.SEVERITY));
    quality.classify(kind);
    execution.setVariable("qualityKindName", Words.KINDS.get(kind));
    execution.setVariable("gradeRaised", raised);
    if (raised) {
      ledger.raise(quality.getComplaintId(), MAJOR);
      execution.setVariable(CaseVariables.SEVERITY, MAJOR);
      execution.setVariable("severityName", "Major 重大");
    }
  }
}
