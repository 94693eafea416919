package dev.kefu.relationship.callback;

import dev.kefu.engine.CasesFromOutside;
import dev.kefu.engine.CasesFromOutside.Sender;
import dev.kefu.engine.FormData;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Starts the complaint of a customer who was dissatisfied when called back (P36): a case of its own, once, filled with what the customer said to whoever called. */
@Component
@RequiredArgsConstructor
class StartComplaintDelegate implements JavaDelegate {

  private static final String MESSAGE = "complaint.received";
  private static final String CHANNEL = "callback";
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");
  /** Characters that the complaint's form takes. */
  private static final int LONGEST_CONTENT = 2000;
  private static final int LONGEST_REASON = 1000;

  private final Callbacks callbacks;
  private final CasesFromOutside cases;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    Call call = FormData.read(execution, "call", Call.class);
    String complaint = callbacks.startOnce(execution.getSuperExecution().getProcessInstanceId(),
        callback -> cases.start(MESSAGE, reception(callback, call), new Sender(CHANNEL, callback.lastTry().triedBy(), callback.getCaseNumber())));
    execution.setVariable("followUpNote", execution.getVariable("followUpNote") + " " + complaint);
  }

  /** The form complaint-handling-receive. A call-back does not ask what the customer wants, so that stays open as "other". */
  private Map<String, Object> reception(CallbackRecord callback, Call call) {
    return Map.of("customer", callback.getCustomerCode(), "channel", CHANNEL, "receivedAt", callback.lastTry().triedAt().atZone(clock.getZone()).format(MINUTES),
        "content", cut(call.facts(callback.getCaseNumber()), LONGEST_CONTENT), "complaintReason", cut(call.grievance(), LONGEST_REASON), "demands", List.of("other"));
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
