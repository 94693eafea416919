package dev.kefu.benchmark;

import dev.kefu.demo.FilledForm;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A late delivery, complained about by a known customer, settled at once, reported, reviewed and called back: what each person writes, about 500 bytes a form. */
public final class OrdinaryComplaint {

  public static final String PROCESS = "complaint-handling";
  public static final String AGENT = "call-center-agent";
  public static final String SPECIALIST = "complaint-specialist";
  static final String SUPERVISOR = "complaint-supervisor";
  /** In the order in which they are done; the first one opens with the case. */
  static final List<Step> STEPS = List.of(
      new Step(AGENT, true, "Receive complaint", "complaint-handling-receive"),
      new Step(SPECIALIST, false, "Register complaint", "complaint-handling-register"),
      new Step(SPECIALIST, false, "Settle at once", "complaint-handling-spot"),
      new Step(SPECIALIST, false, "Write report", "complaint-handling-closing-report"),
      new Step(SUPERVISOR, false, "Review and close", "complaint-handling-closing-review"),
      new Step(SPECIALIST, false, "Plan call-back", "customer-callback-plan"),
      new Step(SPECIALIST, true, "Appoint, prepare", "customer-callback-prepare"),
      new Step(SPECIALIST, true, "Call or visit", "customer-callback-do"),
      new Step(SPECIALIST, true, "Report", "customer-callback-report"),
      new Step(SUPERVISOR, false, "Review report", "customer-callback-review"));

  /** So many customers complain in turn. */
  static final int CUSTOMERS = 2_000;

  private static final String WORDS = "客戶來電稱所購貨物未按約定日期送達，造成生產線停工半日，要求說明原因並道歉；經核對送貨單與承運記錄，情況屬實，已當場向客戶說明並致歉。";
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private OrdinaryComplaint() {
  }

  /**
   * What is written into a form.
   *
   * @param number makes the complaints differ, so that none is taken for another one's duplicate
   */
  public static FilledForm form(String id, int number) {
    return switch (id) {
      case "complaint-handling-receive" -> new FilledForm("reception", reception(number));
      case "complaint-handling-register" -> new FilledForm("registration", Map.of("nature", "complaint", "kind", "deliveryPacking", "settleAtOnce", true, "remarks", WORDS + WORDS));
      case "complaint-handling-spot" -> new FilledForm("spot", Map.of("settledOnSpot", true, "settlement", WORDS + WORDS));
      case "complaint-handling-closing-report" -> new FilledForm("report", Map.of("summary", WORDS, "investigationResult", WORDS, "lossAmount", "0.00", "customerOpinion", "accepted",
          "responsibility", List.of(Map.of("department", "logistics", "share", 100)), "remedy", List.of("apology"),
          "lessons", "承運商延誤須提前一日告知客戶。Say so a day before.",
          "process", List.of(Map.of("time", minutes(), "action", "Explained and apologised 說明並致歉", "by", SPECIALIST))));
      case "complaint-handling-closing-review" -> new FilledForm("closingReview", Map.of("decision", "accept", "correctiveNeeded", false, "penaltyNeeded", false));
      case "customer-callback-plan" -> new FilledForm("plan", Map.of("purpose", "complaint", "way", "phone", "questions", WORDS + "Is the matter settled for you? 問題是否已解決？"));
      case "customer-callback-prepare" -> new FilledForm("appointment", Map.of("plannedAt", FilledForm.minutes(OffsetDateTime.now(ZONE).plusHours(1)), "calledBy", "myself"));
      case "customer-callback-do" -> new FilledForm("call", Map.of("outcome", "reached", "useState", WORDS, "problems", "None 無", "productFaulty", false, "satisfaction", "satisfied",
          "needsChange", "None 無", "orderChange", 0, "wantsToBuy", false));
      case "customer-callback-report" -> new FilledForm("summary", Map.of("report", WORDS + WORDS, "materialReturned", true));
      case "customer-callback-review" -> new FilledForm("review", Map.of("decision", "accepted", "supervisorComment", WORDS));
      default -> throw new IllegalArgumentException("The ordinary complaint has no form " + id);
    };
  }

  private static Map<String, Object> reception(int number) {
    Map<String, Object> reception = new HashMap<>(Map.of("anonymous", false, "customer", customer(number % CUSTOMERS), "contact", "王小明", "phone", "13800138000", "address", "上海市浦東新區",
        "receivedAt", minutes(), "channel", "phone", "content", Integer.toString(number, 36) + " " + WORDS, "complaintReason", "Late delivery 送貨遲到", "product", "Model 型號 " + number));
    reception.putAll(Map.of("demands", List.of("explainApologise"), "injuryOrDanger", false, "mediaOrAuthority", false, "repeated", false, "courtThreat", false, "productionStopped", false, "customersConcerned", 1));
    return reception;
  }

  /** Name of a customer; none is a part of another one. */
  static String customer(int index) {
    return String.format(Locale.ROOT, "Lake Foods 湖食 %05d", index);
  }

  private static String minutes() {
    return FilledForm.minutes(OffsetDateTime.now(ZONE).minusHours(1));
  }

  /**
   * One person's work.
   *
   * @param person demo user, named after the only group that may do it
   * @param own whether the task is the person's from the beginning, so that nobody claims it
   * @param name of the task in the model begins like this, before a line break
   * @param form id of its form
   */
  record Step(String person, boolean own, String name, String form) {

    /** Whether a task with this name is of this step. */
    boolean isNamed(String task) {
      return task.replaceFirst("\\n.*", "").equals(name);
    }
  }
}
