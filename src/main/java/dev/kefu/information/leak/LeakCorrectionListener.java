package dev.kefu.information.leak;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with a corrected form, in the same transaction; refuses a correction of what was acted on already. */
@Component
@RequiredArgsConstructor
class LeakCorrectionListener {

  private static final String CONTAINMENT = "leak-incident-containment";

  private final Leaks leaks;
  private final RuntimeService runtimeService;
  private final Clock clock;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    String instance = corrected.processInstanceId();
    if (corrected.processKey().equals(CONTAINMENT) && corrected.root().equals("measures")) {
      refuseFalseAlarm(form(corrected));
    }
    if (!corrected.processKey().equals(Leaks.PROCESS)) {
      return;
    }
    switch (corrected.root()) {
      case "incident" -> leaks.change(instance, leak -> leak.correct(FormData.read(form(corrected), "incident", LeakReport.class)));
      case "informing" -> leaks.change(instance, leak -> leak.inform(FormData.read(form(corrected), "informing", LeakInforming.class), leaks.now()));
      case "finding" -> correctFinding(corrected);
      case "decision" -> leaks.change(instance, leak -> leak.correct(FormData.read(form(corrected), "decision", LeakDecision.class)));
      case "telling" -> leaks.change(instance, leak -> leak.tell(FormData.read(form(corrected), "telling", LeakTelling.class).toldOn(), LocalDate.now(clock), clock.getZone()));
      default -> {
        // Legal counsel's opinion is kept as classified values alone.
      }
    }
  }

  /** While legal counsel still inquires, the register waits for both. */
  private void correctFinding(CaseCorrected corrected) {
    LeakFinding finding = FormData.read(form(corrected), "finding", LeakFinding.class);
    leaks.change(corrected.processInstanceId(), leak -> leak.investigate(finding));
  }

  private static void refuseFalseAlarm(Object measures) {
    if (measures instanceof SpinJsonNode node && node.prop("result").stringValue().equals("falseAlarm")) {
      throw new FactsRefused("The leak is dealt with; a false alarm is no correction: the inquiry can find it out. 已按確有洩密辦理,誤報可於調查中查明");
    }
  }

  private Object form(CaseCorrected corrected) {
    return runtimeService.getVariable(corrected.processInstanceId(), corrected.root());
  }
}
