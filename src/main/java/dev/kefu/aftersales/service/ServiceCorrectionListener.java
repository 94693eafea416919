package dev.kefu.aftersales.service;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FormData;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the register in step with a corrected registration, in the same transaction. What was decided by the earlier facts stays decided. */
@Component
@RequiredArgsConstructor
class ServiceCorrectionListener {

  private final ServiceRequests requests;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (corrected.processKey().equals(ServiceRequests.PROCESS) && corrected.root().equals("request")) {
      String instance = corrected.processInstanceId();
      RequestEntry entry = FormData.read(runtimeService.getVariable(instance, "request"), "request", RequestEntry.class);
      requests.get((Long) runtimeService.getVariable(instance, "requestId")).correct(entry);
      runtimeService.setVariable(instance, "contactFacts", entry.contactFacts());
    }
  }
}
