package dev.kefu.aftersales.service;

import dev.kefu.aftersales.service.NoteServiceConfirmationDelegate.Confirmation;
import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FactsRefused;
import dev.kefu.engine.FormData;
import java.util.Objects;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with a corrected registration or word of the customer, in the same transaction. What was decided by the earlier facts stays decided. */
@Component
@RequiredArgsConstructor
class ServiceCorrectionListener {

  private final ServiceRequests requests;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (corrected.processKey().startsWith(ServiceRequests.PROCESS)) {
      String instance = corrected.processInstanceId();
      follow(requests.get((Long) runtimeService.getVariable(instance, "requestId")), instance, corrected.root());
    }
  }

  private void follow(ServiceRequest request, String instance, String root) {
    Object form = runtimeService.getVariable(instance, root);
    switch (root) {
      case "request" -> {
        RequestEntry entry = FormData.read(form, root, RequestEntry.class);
        request.correct(entry);
        runtimeService.setVariable(instance, "contactFacts", entry.contactFacts());
      }
      case "confirmation" -> confirm(request, instance, FormData.read(form, root, Confirmation.class));
      default -> throw FactsRefused.actedOn();
    }
  }

  /** Whether the customer was satisfied decided how the case went on. */
  private void confirm(ServiceRequest request, String instance, Confirmation confirmation) {
    if (!Boolean.valueOf(confirmation.isSatisfied()).equals(runtimeService.getVariable(instance, "satisfied"))) {
      throw FactsRefused.actedOn();
    }
    request.confirm(confirmation.confirmed(), confirmation.complaint());
    runtimeService.setVariable(instance, "customerWords", Objects.requireNonNullElse(confirmation.complaint(), ""));
  }
}
