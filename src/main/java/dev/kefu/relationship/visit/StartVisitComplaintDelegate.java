package dev.kefu.relationship.visit;

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

/** Starts the complaint about what the customer disputes at a visit: a case of its own, once, filled with what the record says. */
@Component
@RequiredArgsConstructor
class StartVisitComplaintDelegate implements JavaDelegate {

  private static final String MESSAGE = "complaint.received";
  private static final String CHANNEL = "customerVisit";
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");
  /** Characters that the complaint's form takes. */
  private static final int LONGEST_CONTENT = 2000;
  private static final int LONGEST_REASON = 1000;

  private final Visits visits;
  private final CasesFromOutside cases;
  private final Clock clock;

  @Override
  public void execute(DelegateExecution execution) {
    VisitRecord record = FormData.read(execution, "record", VisitRecord.class);
    visits.complainOnce((Long) execution.getVariable("visitId"), visit -> cases.start(MESSAGE, reception(visit, record), new Sender("customer-visit", visit.getVisitor(), visit.getCaseNumber())));
  }

  /** The form complaint-handling-receive. A visitor does not ask what the customer wants, so that stays open as "other". */
  private Map<String, Object> reception(Visit visit, VisitRecord record) {
    return Map.of("customer", visit.getCustomerCode(), "channel", CHANNEL, "receivedAt", visit.getActualTo().atZone(clock.getZone()).format(MINUTES),
        "content", cut(record.facts(visit.getCaseNumber()), LONGEST_CONTENT), "complaintReason", cut(record.dispute(), LONGEST_REASON), "demands", List.of("other"));
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
