package dev.kefu.relationship.callback;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FormData;
import dev.kefu.relationship.callback.Try.Outcome;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings the satisfaction in step with a corrected record of the call, in the same transaction. A try stays the try that it was. */
@Component
@RequiredArgsConstructor
class CallbackCorrectionListener {

  private final Callbacks callbacks;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (!corrected.processKey().equals(Callbacks.PROCESS) || !corrected.root().equals("call")) {
      return;
    }
    Call call = FormData.read(runtimeService.getVariable(corrected.processInstanceId(), "call"), "call", Call.class);
    if (call.outcome() == Outcome.REACHED) {
      callbacks.correct(corrected.processInstanceId(), call.satisfaction().points());
      runtimeService.setVariable(corrected.processInstanceId(), "satisfaction", call.satisfaction().points());
    }
  }
}
