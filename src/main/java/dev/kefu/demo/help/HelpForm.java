package dev.kefu.demo.help;

import dev.kefu.demo.FilledForm;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** What the demo users write into the forms of a help case. */
final class HelpForm {

  private static final int DAYS_TO_HELP = 10;

  private HelpForm() {
  }

  /**
   * The form of a step, filled in for a request.
   *
   * @param step id of the user task without its type
   * @param now the department's time, with its offset
   * @throws IllegalArgumentException when the models have a step that this class does not know
   */
  static FilledForm of(String step, HelpRequest request, String caseNumber, OffsetDateTime now) {
    return switch (step) {
      case "record" -> new FilledForm("need", Map.of("customer", request.customer(), "channel", request.channel(),
          "receivedAt", FilledForm.minutes(request.receivedOn().atTime(LocalTime.of(9, 0)).atOffset(now.getOffset())), "kind", request.kind(),
          "content", request.content(), "answerKnown", request.answerKnown(), "due", inTenDays(now)));
      case "chooseCustomer" -> new FilledForm("choice", Map.of("way", "register"));
      case "registerCustomer" -> new FilledForm("registration", Map.of("customerName", request.customer(), "kind", "endUser",
          "state", "current", "phone", request.phone(), "region", "overseas", "source", "phone".equals(request.channel()) ? "call" : "web"));
      case "answer" -> new FilledForm("answering", Map.of("answer", request.answer()));
      case "carryOut" -> new FilledForm("work", Map.of("result", request.answer(), "outcome", "done"));
      case "ticket" -> new FilledForm("ticket", Map.of("product", "Not named 未說明", "productVersion", "Not known 不詳", "scene", "As the customer wrote 見客戶來函",
          "errorMessage", "None 無", "environment", "Not known 不詳", "impact", "unfamiliar", "problemKind", "known"));
      case "kb" -> new FilledForm("knownAnswer", Map.of("answered", "yes", "solution", request.answer()));
      case "close" -> new FilledForm("closing", Map.of("cause", "The customer did not know the rule. 客戶不了解規定。", "knowledgeArticle", "Request 求助 " + request.complaintId(),
          "solution", request.answer()));
      case "requestCooperation" -> new FilledForm("cooperation", Map.of("fromSection", "relationship", "toDepartment", "finance",
          "caseNo", caseNumber, "urgency", "normal", "request", request.content(), "neededBy", inTenDays(now)));
      case "recordCooperation" -> new FilledForm("cooperationResult", Map.of("contact", "Finance desk 財務部", "result", request.answer(),
          "promisedOn", now.toLocalDate().toString(), "verified", "passed"));
      case "askCustomer" -> new FilledForm("confirmation", Map.of("confirmed", "unsolved".equals(request.end()) ? "unsolved" : "solved"));
      case "sortAgain" -> new FilledForm("rerouting", Map.of("route", "unsolvable",
          "reason", "The firm keeps its view and the customer disputes it; nobody here can decide between them."));
      case "takeNote" -> new FilledForm("acknowledgement", Map.of("informed", true));
      default -> throw new IllegalArgumentException("Nobody has said what the demo users write in step " + step);
    };
  }

  static FilledForm withdrawal(HelpRequest request) {
    return new FilledForm("withdrawal", Map.of("requestedBy", "customer", "reason", request.answer()));
  }

  private static String inTenDays(OffsetDateTime now) {
    return FilledForm.minutes(now.plusDays(DAYS_TO_HELP).truncatedTo(ChronoUnit.HOURS));
  }
}
