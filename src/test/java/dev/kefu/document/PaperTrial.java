package dev.kefu.document;

import dev.kefu.Persons;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;

/** Cases that fill the handbook's forms in, as the demo users do. */
@RequiredArgsConstructor
public final class PaperTrial {

  public static final String RECEIVER = "call-center-agent";
  public static final String SPECIALIST = "complaint-specialist";
  public static final String SUPERVISOR = "complaint-supervisor";
  public static final String LOGISTICS = "logistics-department";
  public static final String CLAIMANT = "survey-specialist";
  public static final String SECRET = "Runs out of money in March 三月資金用盡";

  private final ProcessEngine engine;
  private final Clock clock;
  private final String customer;

  public PaperTrial(ProcessEngine engine, Clock clock) {
    this(engine, clock, "Blue Lake Foods");
  }

  /** A complaint that was received and nothing else. */
  public String receivedComplaint() {
    String number = persons().start(RECEIVER, "complaint-handling").getBusinessKey();
    persons().submit(RECEIVER, number, "userTask_receive", "reception", Map.ofEntries(Map.entry("customer", customer), Map.entry("contact", "Ms Lin 林女士"),
        Map.entry("phone", "+85223456789"), Map.entry("address", "12 Harbour Road 港灣道十二號"), Map.entry("channel", "phone"), Map.entry("receivedAt", now()),
        Map.entry("content", "The parcel came open and two glasses were broken, and nobody answered my letters <twice> & more. 包裹開封，兩隻玻璃杯破碎，去信兩次無人回覆。"),
        Map.entry("complaintReason", "Not as promised 與承諾不符"), Map.entry("product", "Glass set 玻璃杯套裝 (简体字：国务院总理签发) " + UUID.randomUUID().toString().substring(0, 8)), Map.entry("orderNo", "SO-2026-0815"),
        Map.entry("demands", List.of("explainApologise", "compensation")), Map.entry("claimedAmount", "1234.50"), Map.entry("customersConcerned", 1)));
    return number;
  }

  /** A complaint that is registered and graded. */
  public String registeredComplaint() {
    String number = receivedComplaint();
    persons().submit(SPECIALIST, number, "userTask_register", "registration", Map.of("nature", "complaint", "kind", "deliveryPacking",
        "personsComplainedAbout", List.of(), "remarks", "Regular customer 老客戶"));
    return number;
  }

  /** A complaint of which the responsible department is asked. */
  public String complaintAskedAbout() {
    String number = registeredComplaint();
    persons().submit(SUPERVISOR, number, "userTask_assign", "assignment", Map.of("handler", SPECIALIST, "note", "Call her today 請今日致電"));
    persons().submit(SPECIALIST, number, "userTask_respond", "response", Map.of("outcome", "reached", "contacts", contacts("First call 首次電話"), "wishes", "An apology 道歉"));
    persons().submit(SPECIALIST, number, "userTask_investigate", "investigation", Map.ofEntries(Map.entry("investigators", List.of(SPECIALIST)), Map.entry("periodFrom", "2026-11-20"),
        Map.entry("period", "2026-11-24"), Map.entry("method", List.of("records")), Map.entry("facts", "The parcel was opened on the way. 包裹途中被拆。"),
        Map.entry("founded", "founded"), Map.entry("cause", "Rough handling 野蠻裝卸"), Map.entry("causeCategory", "storageTransport"), Map.entry("responsibleDepartment", "logistics"),
        Map.entry("responsiblePersons", List.of(Map.of("person", "Carrier 承運商", "share", 80), Map.of("person", "Packer 包裝工", "share", 20))),
        Map.entry("measures", List.of(Map.of("measure", "Better boxes 加強包裝", "owner", "Logistics 物流", "date", "2026-12-31")))));
    return number;
  }

  /** A founded complaint, remedied and reviewed: its call-back is open. */
  public String reviewedComplaint() {
    String number = complaintAskedAbout();
    persons().submit(LOGISTICS, number, "userTask_investigateDepartment", "departmentInquiry", Map.of("departmentStatement", "We agree with the facts. 情況屬實。"));
    persons().submit(SPECIALIST, number, "userTask_propose", "proposal", Map.of("remedies", List.of("apology"), "amount", "0.00", "basis", "Goodwill 商譽考量"));
    persons().submit(SUPERVISOR, number, "userTask_decide", "approval", Map.of("decision", "approve"));
    persons().submit(SPECIALIST, number, "userTask_offer", "offer", Map.of("outcome", "accepted", "contacts", contacts("Offer 告知方案")));
    persons().submit(SUPERVISOR, number, "userTask_apologise", "apology", Map.of("reply", "accepted", "way", "letter", "letter", "We are sorry. 謹致歉意。", "apologisedOn", today()));
    persons().submit(SPECIALIST, number, "userTask_askCustomer", "verification", Map.of("confirmed", "yes", "note", "She is content 客戶滿意"));
    persons().submit(SPECIALIST, number, "userTask_report", "report", Map.of("summary", "Two glasses broke. 兩隻杯破碎。", "investigationResult", "Carrier's fault 承運商責任",
        "lossAmount", "86.40", "customerOpinion", "accepted", "process", List.of(Map.of("time", now(), "action", "Apologised 致歉", "by", "Supervisor 主管")),
        "responsibility", List.of(Map.of("department", "logistics", "person", "Carrier 承運商", "share", 100)), "remedy", List.of("apology"), "lessons", "Pack better 改善包裝"));
    persons().submit(SUPERVISOR, number, "userTask_review", "closingReview", Map.of("decision", "accept", "correctiveNeeded", false, "penaltyNeeded", false));
    return number;
  }

  /** The same with its call-back done: the case has ended. */
  public String endedComplaint() {
    String number = reviewedComplaint();
    callBack(number);
    return number;
  }

  /** Calls the customer of a reviewed complaint back, which ends it. */
  public void callBack(String number) {
    persons().submit(SPECIALIST, number, "userTask_plan", "plan", Map.of("purpose", "complaint", "way", "phone", "questions", "Are you satisfied? 是否滿意？"));
    persons().submit(SPECIALIST, number, "userTask_prepare", "appointment", Map.of("plannedAt", LocalDate.now(clock).plusDays(1) + "T10:30+08:00", "calledBy", "myself"));
    persons().submit(SPECIALIST, number, "userTask_do", "call", Map.of("outcome", "reached", "useState", "Daily 每日使用", "problems", "none 無", "satisfaction", "satisfied",
        "needsChange", "More glasses 添購杯具", "orderChange", 0));
    persons().submit(SPECIALIST, number, "userTask_report", "summary", Map.of("report", "The customer is looked after. 客戶情況良好。", "materialReturned", true));
    persons().submit(SUPERVISOR, number, "userTask_review", "review", Map.of("decision", "accepted", "supervisorComment", "Seen 已閱"));
  }

  /** A request for help with a confidential detail, answered but not confirmed. */
  public String recordedHelp() {
    String number = persons().start(RECEIVER, "customer-help").getBusinessKey();
    persons().submit(RECEIVER, number, "userTask_record", "need", Map.of("customer", customer, "channel", "phone", "receivedAt", now(), "kind", "businessDifficulty",
        "due", OffsetDateTime.now(clock).withNano(0).withSecond(0).plusDays(3).toString(), "content", "Stock does not sell 庫存滯銷", "confidentialDetails", SECRET, "answerKnown", false));
    return number;
  }

  private List<Map<String, Object>> contacts(String content) {
    return List.of(Map.of("time", now(), "way", "phone", "answered", true, "content", content, "reaction", "Calm 平和"));
  }

  /** So many days from now, as a form sends it. */
  public String moment(int days) {
    return OffsetDateTime.now(clock).withNano(0).withSecond(0).plusDays(days).toString();
  }

  private String now() {
    return moment(0);
  }

  private String today() {
    return LocalDate.now(clock).toString();
  }

  private Persons persons() {
    return new Persons(engine);
  }
}
