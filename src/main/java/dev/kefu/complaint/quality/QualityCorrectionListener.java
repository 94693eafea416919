package dev.kefu.complaint.quality;

import dev.kefu.complaint.quality.NoteBlockedBatchDelegate.Blocking;
import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the registers in step with a corrected form, in the same transaction. What a table or a test decided, and what was approved, stays. */
@Component
@RequiredArgsConstructor
class QualityCorrectionListener {

  private final QualityCases register;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (!corrected.processKey().startsWith("quality-complaint")) {
      return;
    }
    Object form = runtimeService.getVariable(corrected.processInstanceId(), corrected.root());
    if (runtimeService.getVariable(corrected.processInstanceId(), "holdId") instanceof Long holdId && "quality-complaint-hold".equals(corrected.processKey())) {
      followHold(register.holdOf(holdId), corrected, form);
    } else if (runtimeService.getVariable(corrected.processInstanceId(), "qualityId") instanceof Long qualityId) {
      follow(register.get(qualityId), corrected, form);
    }
  }

  private void follow(QualityCase quality, CaseCorrected corrected, Object form) {
    switch (corrected.root()) {
      case "orderCheck" -> quality.correct(FormData.read(form, "orderCheck", OrderCheck.class));
      case "sampling" -> {
        register.correctSamples(quality, FormData.read(form, "sampling", Sampling.class), corrected.corrector());
        runtimeService.setVariables(corrected.processInstanceId(), SampleChoices.of(quality));
      }
      case "causeAnalysis", "designAnalysis" -> {
        Object analysis = runtimeService.getVariable(corrected.processInstanceId(), "causeAnalysis");
        Object design = runtimeService.getVariable(corrected.processInstanceId(), "designAnalysis");
        if (quality.getStatus() == QualityCase.Status.ANALYSED) {
          quality.analyse(FormData.read(analysis, "causeAnalysis", CauseAnalysis.class), FormData.read(design, "designAnalysis", CauseAnalysis.Design.class));
        }
      }
      case "testing" -> throw new FactsRefused("A test result is not corrected: the customer may ask for an outside test. 檢驗結果不得更正，客戶可要求外檢");
      case "salesProposal" -> throw new FactsRefused("A proposal that was handed in is returned by the approver, not corrected. 已提交的方案由核決人退回，不得更正");
      default -> {
        // The register keeps nothing of the other forms.
      }
    }
  }

  private void followHold(BatchHold hold, CaseCorrected corrected, Object form) {
    if ("blocking".equals(corrected.root())) {
      Blocking blocking = FormData.read(form, "blocking", Blocking.class);
      hold.block(blocking.quantityFound(), blocking.place(), blocking.blockedOn(), corrected.corrector());
    } else if ("disposition".equals(corrected.root())) {
      throw new FactsRefused("The warehouse keeper acts on the decision already: it is not corrected. 倉管員已按決定執行，不得更正");
    }
  }
}
