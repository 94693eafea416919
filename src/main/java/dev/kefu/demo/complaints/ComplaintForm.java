package dev.kefu.demo.complaints;

import dev.kefu.demo.FilledForm;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the demo users write into the forms of a complaint. */
final class ComplaintForm {

  private static final Map<String, String> WAYS = Map.of("phone", "phone", "letter", "letter", "web", "email", "authority", "letter");
  private static final Map<String, String> SOURCES = Map.of("phone", "call", "letter", "call", "web", "web", "authority", "referral");

  private final RealComplaint complaint;
  private final String performer;
  private final boolean again;
  private final OffsetDateTime now;

  private ComplaintForm(RealComplaint complaint, String performer, boolean again, OffsetDateTime now) {
    this.complaint = complaint;
    this.performer = performer;
    this.again = again;
    this.now = now;
  }

  /**
   * A form, filled in for a complaint.
   *
   * @param id of the form
   * @param performer who fills it in
   * @param again whether the customer was dissatisfied before and is served once more
   * @param now the department's time, with its offset
   * @throws IllegalArgumentException when the complaint comes to a form that this class does not know
   */
  static FilledForm of(String id, RealComplaint complaint, String performer, boolean again, OffsetDateTime now) {
    return new ComplaintForm(complaint, performer, again, now).intake(id);
  }

  private FilledForm intake(String id) {
    return switch (id) {
      case "complaint-handling-receive" -> new FilledForm("reception", reception());
      case "customer-lookup-choose" -> new FilledForm("choice", Map.of("way", "register"));
      case "customer-lookup-register" -> new FilledForm("registration", Map.of("customerName", complaint.customer(), "kind", "endUser", "state", "current",
          "phone", complaint.phone(), "region", "overseas", "source", SOURCES.get(complaint.channel()), "address", complaint.address()));
      case "complaint-handling-register" -> new FilledForm("registration", Map.of("nature", "complaint", "kind", complaint.kind(), "settleAtOnce", false,
          "remarks", complaint.remarks()));
      default -> inquiry(id);
    };
  }

  private Map<String, Object> reception() {
    Map<String, Object> reception = new HashMap<>(Map.of("anonymous", false, "customer", complaint.customer(), "contact", complaint.customer(), "phone", complaint.phone(),
        "address", complaint.address(), "receivedAt", FilledForm.minutes(complaint.receivedAt().atOffset(now.getOffset())), "channel", complaint.channel(),
        "content", complaint.content(), "complaintReason", complaint.complaintReason(), "product", complaint.product()));
    reception.putAll(Map.of("demands", List.of(complaint.demands()), "injuryOrDanger", false, "mediaOrAuthority", false, "repeated", complaint.repeated(),
        "courtThreat", false, "productionStopped", false, "customersConcerned", 1));
    if (complaint.claimedAmount() != null) {
      reception.put("claimedAmount", complaint.claimedAmount().toPlainString());
    }
    return reception;
  }

  private FilledForm inquiry(String id) {
    return switch (id) {
      case "complaint-handling-inquiry-assign" -> new FilledForm("assignment", Map.of("handler",
          "ordinary".equals(complaint.severity()) ? "complaint-specialist" : "customer-service-manager"));
      case "complaint-handling-inquiry-respond" -> new FilledForm("response", Map.of("outcome", "reached",
          "contacts", contact(again ? "Heard why the answer does not satisfy" : "Told the number and who works on it"), "wishes", complaint.complaintReason()));
      case "complaint-handling-inquiry-investigate" -> new FilledForm("investigation", investigation());
      case "complaint-handling-inquiry-investigate-department" -> new FilledForm("departmentInquiry", Map.of("departmentStatement", firmsView()));
      case "complaint-handling-inquiry-explain" -> new FilledForm("explanation", Map.of("goodwill", firmsView(), "outcome", "accepted",
          "contacts", contact("Explained the result of the inquiry")));
      default -> solution(id);
    };
  }

  private Map<String, Object> investigation() {
    Map<String, Object> investigation = new HashMap<>(Map.of("investigators", List.of(performer), "periodFrom", day(), "period", day(), "method", List.of("records", "questioning"),
        "facts", "The file was read and compared with what the customer says: " + complaint.complaintReason(), "founded", complaint.founded() ? "founded" : "unfounded"));
    if (complaint.founded()) {
      investigation.putAll(Map.of("cause", complaint.complaintReason(), "causeCategory", "service", "responsibleDepartment", "customerService",
          "measures", List.of(Map.of("measure", "Correct the record and tell the customer", "owner", performer, "date", now.toLocalDate().plusDays(5).toString()))));
    }
    return investigation;
  }

  private FilledForm solution(String id) {
    return switch (id) {
      case "complaint-handling-solution-propose" -> new FilledForm("proposal", Map.of("remedies", List.of(complaint.response()), "amount", complaint.amount().toPlainString(),
          "basis", "compensation".equals(complaint.response()) ? "Monetary relief" : "Correction without payment"));
      case "approval-decide" -> new FilledForm("approval", Map.of("decision", "approve"));
      case "complaint-handling-solution-offer" -> new FilledForm("offer", Map.of("outcome", "accepted", "contacts", contact("Offered what was approved")));
      case "complaint-remedy-apologise" -> new FilledForm("apology", Map.of("way", "letter", "letter", "We are sorry, and have corrected what was wrong: " + complaint.complaintReason(),
          "apologisedOn", day(), "reply", "accepted"));
      case "complaint-remedy-pay" -> new FilledForm("payment", Map.of("reply", "accepted", "paidAmount", complaint.amount().toPlainString(), "executedOn", day()));
      case "complaint-handling-execution-verify" -> new FilledForm("verification", Map.of("confirmed", "yes"));
      default -> closing(id);
    };
  }

  private FilledForm closing(String id) {
    return switch (id) {
      case "complaint-handling-closing-report" -> new FilledForm("report", report());
      case "complaint-handling-closing-review" -> new FilledForm("closingReview", Map.of("decision", "accept", "correctiveNeeded", false, "penaltyNeeded", false));
      default -> callback(id);
    };
  }

  private Map<String, Object> report() {
    Map<String, Object> report = new HashMap<>(Map.of("summary", complaint.product() + ". " + complaint.complaintReason(), "investigationResult", firmsView(),
        "lossAmount", complaint.founded() ? complaint.amount().toPlainString() : "0.00", "customerOpinion", "accepted",
        "process", List.of(Map.of("time", FilledForm.minutes(now), "action", complaint.founded() ? "Remedied as approved" : "Explained to the customer", "by", performer)),
        "lessons", "Say sooner and in plainer words what the customer may expect."));
    if (complaint.founded()) {
      report.putAll(Map.of("responsibility", List.of(Map.of("department", "customerService", "share", 100)), "remedy", List.of(complaint.response())));
    }
    return report;
  }

  private FilledForm callback(String id) {
    return switch (id) {
      case "customer-callback-plan" -> new FilledForm("plan", Map.of("purpose", "complaint", "way", "phone", "questions", "Is the matter settled for you? What remains?"));
      case "customer-callback-prepare" -> new FilledForm("appointment", Map.of("plannedAt", FilledForm.minutes(now.plus(Pace.APPOINTMENT_IN)), "calledBy", "myself"));
      case "customer-callback-do" -> new FilledForm("call", Map.of("outcome", "reached", "useState", "In use", "problems", isDissatisfied() ? complaint.complaintReason() : "None",
          "satisfaction", isDissatisfied() ? "dissatisfied" : "satisfied", "needsChange", "None", "orderChange", 0));
      case "customer-callback-report" -> new FilledForm("summary", Map.of("report", isDissatisfied() ? "The customer disputes the answer." : "The customer has nothing to add.",
          "materialReturned", true));
      case "customer-callback-review" -> new FilledForm("review", Map.of("decision", "accepted", "supervisorComment", "Read and agreed"));
      default -> throw new IllegalArgumentException("Nobody has said what the demo users write into the form " + id);
    };
  }

  /** Once; who is served again is satisfied. */
  private boolean isDissatisfied() {
    return complaint.disputed() && !again;
  }

  private List<Map<String, Object>> contact(String said) {
    return List.of(Map.of("time", FilledForm.minutes(now), "way", WAYS.get(complaint.channel()), "answered", true, "content", said));
  }

  /** What the firm said in public, else what its answer amounts to. */
  private String firmsView() {
    return !complaint.publicResponse().isEmpty() ? complaint.publicResponse()
        : complaint.founded() ? "The customer is right: this will be put in order." : "The file shows no error; the reasons were explained in detail.";
  }

  private String day() {
    return now.toLocalDate().toString();
  }
}
