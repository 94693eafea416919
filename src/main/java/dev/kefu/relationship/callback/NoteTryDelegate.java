package dev.kefu.relationship.callback;

import dev.kefu.engine.FormData;
import dev.kefu.relationship.callback.Try.Outcome;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Writes a try into the register, and what it brought for the tables that follow. A second unanswered try of one day is refused. */
@Component
@RequiredArgsConstructor
class NoteTryDelegate implements JavaDelegate {

  private final Callbacks callbacks;

  @Override
  public void execute(DelegateExecution execution) {
    Call call = FormData.read(execution, "call", Call.class);
    Integer satisfaction = call.outcome() == Outcome.REACHED ? Integer.valueOf(call.satisfaction().points()) : null;
    CallbackRecord callback = note(execution, call.outcome(), satisfaction);
    execution.setVariable("tryOutcome", call.outcome().getCode());
    execution.setVariable("daysNotReached", callback.daysNotReached());
    execution.setVariable("triesNote", callback.getTries().stream().map(attempt -> attempt.triedOn().toString())
        .collect(Collectors.joining(", ", "Not reached on 未聯絡到: ", "")));
    execution.setVariable("satisfaction", satisfaction);
    execution.setVariable("followUp", "none");
    execution.setVariable("followUpNote", "None 無");
    execution.setVariable("followUpFacts", call.facts(execution.getProcessBusinessKey()));
  }

  private CallbackRecord note(DelegateExecution execution, Outcome outcome, Integer satisfaction) {
    Authentication caller = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
    try {
      return callbacks.tried(execution.getProcessInstanceId(), outcome, satisfaction, caller == null ? null : caller.getUserId());
    } catch (TryRefused refused) {
      throw new FormFieldValidationException(refused.getMessage(), refused.getMessage());
    }
  }
}
