package dev.kefu.complaint.remedy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings the register in step with a corrected form, in the same transaction: the slip until somebody acted on it, days of what needs no money, words
 * that the register does not keep. What the customer said, what was counted and what was paid is not corrected by changing a form.
 */
@Component
@RequiredArgsConstructor
class RemedyCorrectionListener {

  private final Remedies remedies;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (!corrected.processKey().equals("complaint-remedy") && !corrected.processKey().equals("complaint-remedy-goods")) {
      return;
    }
    String remedy = (String) runtimeService.getVariable(corrected.processInstanceId(), "remedyInstance");
    Object form = runtimeService.getVariable(corrected.processInstanceId(), corrected.root());
    switch (corrected.root()) {
      case "slip" -> remedies.change(remedy, order -> order.writeSlip(FormData.read(form, "slip", Slip.class)));
      case "shipment" -> remedies.change(remedy, order -> order.correct(Branch.EXCHANGE, FormData.read(form, "shipment", Day.class).shippedOn()));
      case "apology" -> remedies.change(remedy, order -> order.correct(Branch.APOLOGY, FormData.read(form, "apology", Day.class).apologisedOn()));
      default -> throw new FactsRefused("Goods that were counted, agreements and money that has moved are not corrected by changing the form; settle them with the handler. "
          + "已點收的貨物、已商定事項及已發生的款項不得以更正表單處理,請與承辦人協商");
    }
  }

  /**
   * The days that the register keeps of two forms.
   *
   * @param shippedOn of the form complaint-remedy-goods-exchange
   * @param apologisedOn of the form complaint-remedy-apologise
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Day(LocalDate shippedOn, LocalDate apologisedOn) {
  }
}
