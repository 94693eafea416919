package dev.kefu.relationship.callback;

import dev.kefu.engine.NamedFacts;
import dev.kefu.engine.RegisterFacts;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/** What the register of call-backs says on the printed call-back: of the case's last one. */
@Component
@RequiredArgsConstructor
class CallbackRegisterFacts implements RegisterFacts<CallbackRecord> {

  /** Of a case that is nothing but a call-back; any other case is itself what the customer is called back for. */
  private static final String OWN_NUMBER = "CBK-";

  private final CallbackRepository repository;
  private final DueCallbacks dueCallbacks;

  @Override
  public String register() {
    return "callback";
  }

  @Override
  public Optional<CallbackRecord> entry(String caseNumber) {
    return repository.findByCaseNumberOrderById(caseNumber).stream().reduce((earlier, later) -> later);
  }

  @Override
  public NamedFacts<CallbackRecord> facts() {
    return new NamedFacts<CallbackRecord>()
        .with("reason", callback -> CallbackReason.of(callback.getReason()).map(CallbackReason::getLabel).orElse(callback.getReason()))
        .with("sourceCase", callback -> sourceCase(callback.getCaseNumber()));
  }

  private String sourceCase(String caseNumber) {
    return caseNumber.startsWith(OWN_NUMBER) ? dueCallbacks.sourceOf(caseNumber).orElse(null) : caseNumber;
  }
}
