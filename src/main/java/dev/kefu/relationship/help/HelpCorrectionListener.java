package dev.kefu.relationship.help;

import dev.kefu.engine.CaseCorrected;
import dev.kefu.engine.FormData;
import dev.kefu.relationship.help.NoteConfirmationDelegate.Confirmation;
import dev.kefu.relationship.help.NoteCooperationDelegate.CooperationResult;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Brings what the register keeps of a form in step with its correction, in the same transaction. */
@Component
@RequiredArgsConstructor
class HelpCorrectionListener {

  private final HelpCases helpCases;
  private final RuntimeService runtimeService;

  @EventListener
  @Transactional
  void on(CaseCorrected corrected) {
    if (!corrected.processKey().equals("customer-help")) {
      return;
    }
    String instance = corrected.processInstanceId();
    Object form = runtimeService.getVariable(instance, corrected.root());
    switch (corrected.root()) {
      case "need" -> helpCases.correct(instance, FormData.read(form, "need", Need.class));
      case "cooperationResult" -> helpCases.of(instance).noteCooperation(FormData.read(form, "cooperationResult", CooperationResult.class).result());
      case "confirmation" -> helpCases.of(instance).noteReply(FormData.read(form, "confirmation", Confirmation.class).confirmed());
      default -> {
        // The register keeps nothing of the other forms.
      }
    }
  }
}
