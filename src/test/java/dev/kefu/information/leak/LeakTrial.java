package dev.kefu.information.leak;

import dev.kefu.Persons;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/** The steps of a leak as the demo users do them. */
class LeakTrial {

  static final String FINDER = "call-center-agent";
  static final String INFORMATION = "information-supervisor";
  static final String IT = "it-administrator";
  static final String MANAGER = "customer-service-manager";
  static final String LEGAL = "legal-counsel";
  static final String GENERAL_MANAGER = "general-manager";
  static final String RELATIONS = "relationship-supervisor";
  static final String NO_DATA = "A list of names was left in the lift. 名單遺落於電梯。";

  private final Persons persons;
  private final Clock clock;

  LeakTrial(ProcessEngine engine, Clock clock) {
    persons = new Persons(engine);
    this.clock = clock;
  }

  String started() {
    return persons.start(FINDER, "leak-incident").getBusinessKey();
  }

  String reported(String kind, String grade, int customers, String data) {
    String number = started();
    persons.submit(FINDER, number, "userTask_report", "incident", report(kind, grade, customers, data));
    return number;
  }

  Map<String, Object> report(String kind, String grade, int customers, String data) {
    return new HashMap<>(Map.of("foundAt", ago(30), "finder", FINDER, "kind", kind, "grade", grade, "customersAffected", customers, "data", data));
  }

  void contain(String number) {
    containBySupervisor(number);
    containByAdministrator(number);
  }

  void containBySupervisor(String number) {
    persons.submit(INFORMATION, number, "userTask_contain", "measures", Map.of("result", "contained", "containment", measures("Papers fetched 收回名單")));
  }

  void containByAdministrator(String number) {
    persons.submit(IT, number, "userTask_containItAdministrator", "systemMeasures", Map.of("containment", measures("Account locked 鎖定帳號")));
  }

  void inform(String number, String harmLikely) {
    persons.submit(MANAGER, number, "userTask_inform", "informing", informing(harmLikely));
  }

  Map<String, Object> informing(String harmLikely) {
    return new HashMap<>(Map.of("reportedAt", ago(1), "harmLikely", harmLikely, "authority", "notAsked", "note", ""));
  }

  void investigate(String number, Map<String, ?> finding) {
    persons.submit(INFORMATION, number, "userTask_investigate", "finding", finding);
  }

  static Map<String, Object> finding(String cause, String culprits, String loss, int customers) {
    return new HashMap<>(Map.of("result", "confirmed", "cause", cause, "persons", culprits, "loss", loss, "customersAffected", customers));
  }

  void investigateLegally(String number, String opinion) {
    persons.submit(LEGAL, number, "userTask_investigateLegalCounsel", "legalFinding", Map.of("opinion", opinion, "customers", "no", "authority", "no"));
  }

  void decide(String number, Map<String, ?> decision) {
    persons.submit(GENERAL_MANAGER, number, "userTask_decide", "decision", decision);
  }

  static Map<String, Object> decision(String text, int sanctions, String tellCustomers) {
    Map<String, Object> decision = new HashMap<>(Map.of("decisionText", text, "sanctions", sanctions, "improvements", "Print no lists of names. 不得列印名單。"));
    if (tellCustomers != null) {
      decision.put("tellCustomers", tellCustomers);
    }
    return decision;
  }

  void tell(String number, String step) {
    persons.submit(RELATIONS, number, step, "telling", Map.of("customersTold", "all", "toldOn", LocalDate.now(clock).toString()));
  }

  void improve(String number, String outcome) {
    persons.submit(INFORMATION, number, "userTask_carryOut", "work", Map.of("result", "Policy looked at 已審視制度", "outcome", outcome));
  }

  void withoutLeak(String number, String step, String root) {
    persons.submit(INFORMATION, number, step, root, Map.of("result", "falseAlarm", "reason", "The list was empty. 名單為空白。"));
  }

  private List<Map<String, Object>> measures(String measure) {
    return List.of(Map.of("measure", measure, "time", ago(1), "by", "Wang 王"));
  }

  /** Minutes ago, as a form sends it. */
  String ago(int minutes) {
    return OffsetDateTime.now(clock).withNano(0).withSecond(0).minusMinutes(minutes).toString();
  }
}
