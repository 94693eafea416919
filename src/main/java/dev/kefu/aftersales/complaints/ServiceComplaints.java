package dev.kefu.aftersales.complaints;

import dev.kefu.engine.CasesFromOutside;
import dev.kefu.engine.CasesFromOutside.Sender;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Starts a complaint as a case of its own, by the message complaint.received (P59); nobody waits for it. */
@Service
@RequiredArgsConstructor
public class ServiceComplaints {

  private static final String MESSAGE = "complaint.received";
  private static final String CHANNEL = "after-sales";
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");
  /** Characters that the complaint's form takes. */
  private static final int LONGEST_CONTENT = 2000;
  private static final int LONGEST_REASON = 1000;

  private final CasesFromOutside cases;
  private final Clock clock;

  /**
   * What a customer complains about.
   *
   * @param serviceNumber number of the service request
   * @param customerCode customer number
   * @param product or null
   * @param content what happened
   * @param reason why the customer is not satisfied
   * @param person user id of whoever heard it
   */
  public record Grievance(String serviceNumber, String customerCode, String product, String content, String reason, String person) {
  }

  /** Starts the complaint in the caller's transaction. What the customer wants stays open as "other". Returns its number. */
  public String start(Grievance grievance) {
    Map<String, Object> reception = new HashMap<>(Map.of("customer", grievance.customerCode(), "channel", "phone", "receivedAt", clock.instant().atZone(clock.getZone()).format(MINUTES),
        "content", cut(grievance.serviceNumber() + ": " + grievance.content(), LONGEST_CONTENT), "complaintReason", cut(grievance.reason(), LONGEST_REASON), "demands", List.of("other")));
    if (grievance.product() != null) {
      reception.put("product", grievance.product());
    }
    return cases.start(MESSAGE, reception, new Sender(CHANNEL, grievance.person(), grievance.serviceNumber()));
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
    return text.substring(0, end) + "…";
  }
}
