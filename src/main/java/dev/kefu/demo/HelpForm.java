package dev.kefu.demo;

import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * What a demo user writes into one form.
 *
 * @param root name of the form's part in the case
 * @param data its fields
 */
record HelpForm(String root, Map<String, Object> data) {

  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mmxxx");
  private static final int DAYS_TO_HELP = 10;

  /**
   * The form of a step, filled in for a request.
   *
   * @param step id of the user task
   * @param now the department's time, with its offset
   * @throws IllegalArgumentException when the models have a step that this class does not know
   */
  static HelpForm of(String step, HelpRequest request, String caseNumber, OffsetDateTime now) {
    return switch (step) {
      case "userTask_record" -> new HelpForm("need", Map.of("customer", request.customer(), "channel", request.channel(),
          "receivedAt", MINUTES.format(request.receivedOn().atTime(LocalTime.of(9, 0)).atOffset(now.getOffset())), "kind", request.kind(),
          "content", request.content(), "answerKnown", request.answerKnown(), "due", inTenDays(now)));
      case "userTask_chooseCustomer" -> new HelpForm("choice", Map.of("way", "register"));
      case "userTask_registerCustomer" -> new HelpForm("registration", Map.of("customerName", request.customer(), "kind", "endUser",
          "state", "current", "phone", request.phone(), "region", "overseas", "source", "phone".equals(request.channel()) ? "call" : "web"));
      case "userTask_answer" -> new HelpForm("answering", Map.of("answer", request.answer()));
      case "userTask_carryOut" -> new HelpForm("work", Map.of("result", request.answer(), "outcome", "done"));
      case "userTask_requestCooperation" -> new HelpForm("cooperation", Map.of("fromSection", "relationship", "toDepartment", "finance",
          "caseNo", caseNumber, "urgency", "normal", "request", request.content(), "neededBy", inTenDays(now)));
      case "userTask_recordCooperation" -> new HelpForm("cooperationResult", Map.of("contact", "Finance desk 財務部", "result", request.answer(),
          "promisedOn", now.toLocalDate().toString(), "verified", "passed"));
      case "userTask_askCustomer" -> new HelpForm("confirmation", Map.of("confirmed", "unsolved".equals(request.end()) ? "unsolved" : "solved"));
      case "userTask_sortAgain" -> new HelpForm("rerouting", Map.of("route", "unsolvable",
          "reason", "The firm keeps its view and the customer disputes it; nobody here can decide between them."));
      case "userTask_takeNote" -> new HelpForm("acknowledgement", Map.of("informed", true));
      default -> throw new IllegalArgumentException("Nobody has said what the demo users write in step " + step);
    };
  }

  static HelpForm withdrawal(HelpRequest request) {
    return new HelpForm("withdrawal", Map.of("requestedBy", "customer", "reason", request.answer()));
  }

  private static String inTenDays(OffsetDateTime now) {
    return MINUTES.format(now.plusDays(DAYS_TO_HELP).truncatedTo(ChronoUnit.HOURS));
  }
}
