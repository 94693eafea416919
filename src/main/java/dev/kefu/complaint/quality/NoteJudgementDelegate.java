package dev.kefu.complaint.quality;

import dev.kefu.complaint.ledger.ComplaintLedger;
import dev.kefu.engine.FormData;
import dev.kefu.engine.Performer;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes shares and loss into the register and says what the choice of the remedy and the correction need. */
@Component
@RequiredArgsConstructor
class NoteJudgementDelegate implements JavaDelegate {

  private final QualityCases register;
  private final ComplaintLedger ledger;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    QualityCase quality = register.get((Long) execution.getVariable("qualityId"));
    Judgement judgement = FormData.read(execution, "judgement", Judgement.class);
    Judgement.Opinion opinion = FormData.read(execution, "qualityOpinion", Judgement.Opinion.class);
    int months = ((Number) execution.getVariable("resaleMonths")).intValue();
    quality.judge(judgement, opinion, (String) execution.getVariable("basis"), months == 0 ? null : LocalDate.now(clock).plusMonths(months), Performer.of(execution), clock.instant());
    Department main = quality.mainDepartment();
    ledger.judge(quality.getComplaintId(), "founded", quality.getCauseCategory(), main.code());

    String shares = Words.lines(quality.getShares(), QualityShare::line);
    String cause = (String) execution.getVariable("causeFacts");
    execution.setVariable("danger", opinion.danger());
    execution.setVariable("defectRate", opinion.defectRate().doubleValue());
    execution.setVariable("reworkAgreed", judgement.customerAgrees() && (Boolean) execution.getVariable("reworkPossible"));
    execution.setVariable("stockEnough", quality.isCovered(judgement.stock()));
    execution.setVariable("goodsValue", judgement.goodsValue().toPlainString());
    execution.setVariable("shareFacts", "Responsibility 責任歸屬:\n" + shares);
    execution.setVariable("liableDepartment", main.code());
    execution.setVariable("responsibleRole", main.role());
    execution.setVariable("inquiryFacts", Words.paragraphs("Test 檢驗:\n" + execution.getVariable("testFacts"), "Cause 原因: " + cause, "Reasons 判責理由: " + judgement.reasons()));
    execution.setVariable("correctionFacts", Words.paragraphs((String) execution.getVariable("complaintFacts"), "Cause 原因: " + cause));
  }
}
