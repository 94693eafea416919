package dev.kefu.aftersales.repair;

import dev.kefu.Persons;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;

/** What people do with a repair (P55) in tests, through the real forms. */
public class RepairTrial {

  public static final String SPECIALIST = "after-sales-specialist";
  public static final String SUPERVISOR = "after-sales-supervisor";
  public static final String TECHNICIAN = "repair-technician";
  public static final String OTHER = "repair-technician-2";
  public static final String KEEPER = "warehouse-keeper";

  private final ProcessEngine engine;
  private final Persons persons;
  private final Clock clock;

  public RepairTrial(ProcessEngine engine, Clock clock) {
    this.engine = engine;
    this.clock = clock;
    persons = new Persons(engine);
  }

  /** A repair as a caller starts it; the number of its case. */
  public String start(Map<String, Object> more) {
    Map<String, Object> facts = new HashMap<>(Map.of("customerCode", "C000001", "customerName", "Blue Lake Foods", "customerGrade", "B", "product", "Pump 泵", "fault", "Leaks 漏水"));
    facts.putAll(Map.of("serialNumber", "", "saleDate", "", "district", "", "serviceKind", "", "urgency", "normal", "hasProof", false, "customerCaused", false, "openedByOthers", false));
    facts.putAll(more);
    String number = "RPT-" + UUID.randomUUID().toString().substring(0, 13).toUpperCase(Locale.ROOT);
    engine.getRuntimeService().startProcessInstanceByKey("repair", number, facts);
    return number;
  }

  public void check(String number, String kind, Map<String, ?> more) {
    submit(SPECIALIST, number, "userTask_check", "unitCheck", with(Map.of("faultKind", kind, "customerCaused", false, "openedByOthers", false), more));
  }

  /** Agrees the workshop, or on site in a district. */
  public void arrange(String number, String way, Map<String, ?> more) {
    Map<String, Object> plan = with(Map.of("repairWay", way, "promisedOn", today().plusDays(7).toString(), "overrule", false), more);
    if (way.equals("onSite")) {
      plan.putIfAbsent("district", "Minhang 閔行");
      plan.put("address", "Road 1 一號");
      plan.put("appointment", now().plusHours(2).toString());
    } else {
      plan.put("receiptNo", "RC-1");
    }
    submit(SPECIALIST, number, "userTask_way", "arrangement", plan);
  }

  public void dispatch(String number, String technician) {
    submit(SUPERVISOR, number, "userTask_dispatch", "assignment", Map.of("technician", technician));
  }

  public void accept(String number, String technician) {
    submit(technician, number, "userTask_accept", "acceptance", Map.of("answer", "accept", "toolsParts", "Seal, wrench 密封圈、扳手"));
  }

  /** Repairable with these parts. */
  public void diagnose(String number, String technician, boolean onSite, double hours, Map<?, ?>... parts) {
    Map<String, Object> diagnosis = with(Map.of("cause", "Seal worn 密封圈磨損", "causeCode", "ageing", "repairable", "yes", "labourHours", hours, "parts", List.of(parts)), Map.of());
    if (onSite) {
      diagnosis.put("presence", "met");
      diagnosis.put("travelKm", 25);
    }
    submit(technician, number, "userTask_diagnose", "diagnosis", diagnosis);
  }

  public static Map<String, Object> part(int quantity, String price) {
    return Map.of("partNo", "S-1", "name", "Seal 密封圈", "quantity", quantity, "unitPrice", price);
  }

  public void fix(String number, String technician, double hours, Map<?, ?>... parts) {
    List<Map<String, Object>> used = Arrays.stream(parts).map(part -> {
      Map<String, Object> row = new HashMap<>();
      part.forEach((key, value) -> row.put((String) key, value));
      row.put("oldReturned", true);
      return row;
    }).toList();
    submit(technician, number, "userTask_fix", "repairWork", Map.of("result", "fixed", "work", "New seal 換密封圈", "startedAt", now().minusHours(1).toString(), "finishedAt", now().toString(),
        "labourHours", hours, "parts", used));
  }

  /** The work did not succeed; result {@code moreNeeded} or {@code cannot}. */
  public void fail(String number, String technician, String result) {
    submit(technician, number, "userTask_fix", "repairWork", Map.of("result", result, "work", "Shaft bent 軸彎曲"));
  }

  public void test(String number, String verdict) {
    submit(SUPERVISOR, number, "userTask_test", "workshopTest", Map.of("verdict", verdict, "findings", "Pressure test 壓力測試"));
  }

  public void handOver(String number, String technician) {
    submit(technician, number, "userTask_handOver", "handOver", Map.of("customerSign", "Ms Lin 林女士", "signedAt", now().toString(), "serviceRating", "satisfied", "advice", ""));
  }

  public void report(String number, String technician) {
    submit(technician, number, "userTask_report", "repairReport", Map.of("oldParts", "returned", "summary", "New seal, tight 換密封圈，不漏"));
  }

  /** From the check to the accepted job in the workshop. */
  public void accepted(String number, String kind, Map<String, ?> check) {
    check(number, kind, check);
    arrange(number, "workshop", Map.of());
    dispatch(number, TECHNICIAN);
    accept(number, TECHNICIAN);
  }

  /** Everything from the check to the report, in the workshop, free of charge. */
  public void repaired(String number, Map<String, ?> check) {
    accepted(number, "hydraulic", check);
    diagnose(number, TECHNICIAN, false, 1);
    fix(number, TECHNICIAN, 1);
    test(number, "pass");
    handOver(number, TECHNICIAN);
    report(number, TECHNICIAN);
  }

  /** The customer takes the unit back before a technician has accepted the job. */
  public void withdrawn(String number) {
    engine.getRuntimeService().createMessageCorrelation("aftersales.repairWithdrawn").processInstanceBusinessKey(number)
        .setVariables(persons.form("withdrawal", Map.of("reason", "No tools 無工具"))).correlate();
  }

  public void submit(String user, String number, String step, String root, Map<String, ?> data) {
    persons.submit(user, number, step, root, data);
  }

  public LocalDate today() {
    return LocalDate.now(clock);
  }

  public OffsetDateTime now() {
    return OffsetDateTime.now(clock).withNano(0).withSecond(0);
  }

  private static Map<String, Object> with(Map<String, ?> facts, Map<String, ?> more) {
    Map<String, Object> all = new HashMap<>(facts);
    all.putAll(more);
    return all;
  }
}
