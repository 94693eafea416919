package dev.kefu.information.registration;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A report, a merge decision and an entry are acted on at once; they are reported or returned again, not corrected. */
@Component
class RegistrationCorrectionListener {

  @EventListener
  void on(CaseCorrected corrected) {
    if (Registrations.PROCESS.equals(corrected.processKey())) {
      throw FactsRefused.actedOn();
    }
  }
}
