package dev.kefu.complaint.quality;

import dev.kefu.complaint.ledger.ComplaintLedger;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the test into the register and says whose fault it shows. */
@Component
@RequiredArgsConstructor
class NoteTestDelegate implements JavaDelegate {

  private static final Map<Fault, String> VERDICTS = Map.of(Fault.OURS, "ours", Fault.NOT_OURS, "notOurs", Fault.UNKNOWN, "again");

  private final QualityCases register;
  private final ComplaintLedger ledger;

  @Override
  public void execute(DelegateExecution execution) {
    QualityCase quality = register.get((Long) execution.getVariable("qualityId"));
    quality.test(FormData.read(execution, "testing", Testing.class), (Boolean) execution.getVariable("thirdParty"), Performer.of(execution));
    String facts = Words.lines(quality.getTests(), QualityTest::line);
    boolean isOurs = quality.getFault() == Fault.OURS;
    execution.setVariable("verdict", VERDICTS.get(quality.getFault()));
    execution.setVariable("testFacts", facts);
    execution.setVariable("inquiryFacts", Words.paragraphs("Test 檢驗:\n" + facts));
    execution.setVariable("founded", isOurs ? "founded" : "unfounded");
    execution.setVariable("pretext", quality.isPretext());
    if (quality.getFault() == Fault.UNKNOWN) {
      execution.setVariable("thirdParty", Laboratory.OUTSIDE.isThirdParty());
      execution.setVariable("laboratoryFacts", Laboratory.OUTSIDE.title());
    } else if (!isOurs) {
      ledger.judge(quality.getComplaintId(), "unfounded", null, null);
    }
  }
}
