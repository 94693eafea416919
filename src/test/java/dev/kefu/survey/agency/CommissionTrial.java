package dev.kefu.survey.agency;

import dev.kefu.Persons;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.test.web.client.TestRestTemplate;

/** What people do with a commissioned survey (P15) in tests, through the real forms. */
public class CommissionTrial {

  public static final String SUPERVISOR = "survey-supervisor";
  public static final String SPECIALIST = "survey-specialist";
  public static final String MANAGER = "customer-service-manager";
  public static final String FINANCE = "finance-manager";

  private final ProcessEngine engine;
  private final Persons persons;
  private final Clock clock;
  private final TestRestTemplate http;
  private final String password;
  private final String suffix = " " + UUID.randomUUID().toString().substring(0, 8);

  public CommissionTrial(ProcessEngine engine, Clock clock, TestRestTemplate http, String password) {
    this.engine = engine;
    this.clock = clock;
    this.http = http;
    this.password = password;
    persons = new Persons(engine);
  }

  /** Name of an agency that no other test knows. */
  public String agency(String letter) {
    return "Agency " + letter + suffix;
  }

  /** A commission as a survey calls it; the number of its case. */
  public String start() {
    String number = "SVT-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    engine.getRuntimeService().startProcessInstanceByKey("commissioned-survey", number, Map.of("surveyNo", number, "surveyTitle", "Taste of tea 飲茶口味", "surveyPurpose", "What tea people like 了解口味", "sampleSize", 400,
        "reportDate", today().plusDays(60).toString()));
    return number;
  }

  public Map<String, Object> briefing() {
    return new HashMap<>(Map.of("brief", "Purpose, population, method and report as said 目的對象方法如述", "feeCeiling", "80000.00", "dueDate", today().plusDays(30).toString(), "graceDays", 10, "agencies",
        List.of("A", "B", "C").stream().map(letter -> Map.of("agency", agency(letter), "contact", "Ms Lin 林", "email", letter.toLowerCase(Locale.ROOT) + "@agency.example")).toList()));
  }

  public void brief(String number) {
    persons.submit(SUPERVISOR, number, "userTask_brief", "briefing", briefing());
  }

  /** A case that waits for offers. */
  public String invited() {
    String number = start();
    brief(number);
    return number;
  }

  public Map<String, Object> offer(String letter, String price) {
    return Map.of("agency", agency(letter), "answer", "offer", "price", price, "deliveryOn", today().plusDays(30).toString(), "email", letter.toLowerCase(Locale.ROOT) + "@agency.example", "plan",
        "Interviews at home 入戶訪問");
  }

  public Map<String, Object> refusal(String letter) {
    return Map.of("agency", agency(letter), "answer", "declines");
  }

  /** Somebody reports an event; the HTTP status and what was answered. */
  public String tell(String person, String number, String message, Map<String, ?> data) {
    var answer = http.withBasicAuth(person, password).postForEntity("/api/cases/{number}/events/{message}", data, String.class, number, message);
    return answer.getStatusCode().value() + " " + answer.getBody();
  }

  public String offers(String number, Map<String, ?> data) {
    return tell(SPECIALIST, number, "survey.offerReceived", data);
  }

  public void score(String number, List<Map<String, Object>> lines) {
    persons.submit(SUPERVISOR, number, "userTask_score", "scoring", Map.of("offers", lines, "reason", "Best method 方法最好"));
  }

  /** The same mark for everything. */
  public Map<String, Object> line(String letter, boolean valid, int mark) {
    return Map.of("agency", agency(letter), "valid", valid, "method", mark, "experience", mark, "time", mark, "quality", mark);
  }

  /** Three offers, of which the first wins. */
  public String scored(String price) {
    String number = invited();
    offers(number, offer("A", price));
    offers(number, offer("B", price));
    offers(number, offer("C", price));
    score(number, List.of(line("A", true, 90), line("B", true, 80), line("C", true, 50)));
    return number;
  }

  public void decide(String person, String number, String decision) {
    persons.submit(person, number, "userTask_decide", "approval", "approve".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Too dear 太貴了"));
  }

  public void contract(String number, String outcome) {
    persons.submit(MANAGER, number, "userTask_carryOut", "work", Map.of("result", "Signed 已簽", "outcome", outcome));
  }

  public void pay(String number, String step, String root, String amount) {
    persons.submit(FINANCE, number, step, root, Map.of("paidAmount", amount, "paidOn", today().toString(), "receiptNo", "INV-1"));
  }

  /** An agency that works for 40,000 yuan. */
  public String underWay() {
    String number = scored("40000.00");
    decide(MANAGER, number, "approve");
    contract(number, "done");
    pay(number, "userTask_prepay", "prepayment", "12000.00");
    return number;
  }

  public void status(String number, int done, LocalDate received) {
    Map<String, Object> data = new HashMap<>(Map.of("donePercent", done, "reportReceived", received != null, "weeklyStatus", "Phoned them 已催"));
    if (received != null) {
      data.put("receivedOn", received.toString());
    }
    persons.submit(SUPERVISOR, number, "userTask_monitor", "status", data);
  }

  public Map<String, Object> checked(double sample, double errors, boolean complete, String penalty) {
    return new HashMap<>(Map.of("sampleDelivered", sample, "recheckErrors", errors, "reportComplete", complete, "findings", "Read and re-checked 已抽查", "penalty", penalty));
  }

  public void check(String number, Map<String, Object> data) {
    persons.submit(SUPERVISOR, number, "userTask_check", "checking", data);
  }

  /** A report that was asked to be corrected. */
  public String toCorrect() {
    String number = underWay();
    status(number, 100, today());
    check(number, checked(90, 3, true, "0.00"));
    return number;
  }

  public void rate(String number, int points) {
    persons.submit(SUPERVISOR, number, "userTask_rate", "evaluation", Map.of("rating", points, "remarks", "Good work 工作良好"));
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }
}
