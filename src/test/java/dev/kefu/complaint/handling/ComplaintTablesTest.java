package dev.kefu.complaint.handling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionRuleResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every row of the catalogue's tables of P59, and the values between and beside the rows. */
class ComplaintTablesTest {

  private static final DmnEngine ENGINE = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "privacy            | complaint-specialist         | leak-incident",
    "productQuality     | quality-department           | quality-complaint",
    "serviceAttitude    | complaint-supervisor         | none",
    "deliveryPacking    | logistics-department         | none",
    "priceContract      | sales-manager,finance-clerk  | none",
    "afterSales         | after-sales-supervisor       | none",
    "promiseAdvertising | marketing-department         | none",
    "other              | complaint-specialist         | none"})
  void kindSaysWhoInquiresAndWhatIsOpenedAsWell(String kind, String department, String procedure) {
    assertThat(decide("complaint-kind", Map.of("registration", Map.of("kind", kind)))).isEqualTo(Map.of("department", department, "procedure", procedure));
  }

  @Test
  void severityFollowsTheFirstConditionThatHolds() {
    assertSeverity("ordinary", "complaint-specialist", Map.of(), false);
    assertSeverity("urgent", "customer-service-manager", Map.of("injuryOrDanger", true), false);
    assertSeverity("urgent", "customer-service-manager", Map.of("mediaOrAuthority", true), false);
    assertSeverity("ordinary", "complaint-specialist", Map.of("customersConcerned", 4), false);
    assertSeverity("urgent", "customer-service-manager", Map.of("customersConcerned", 5), false);
    assertSeverity("urgent", "customer-service-manager", Map.of("productionStopped", true), true);
    assertSeverity("ordinary", "complaint-specialist", Map.of("productionStopped", true), false);
    assertSeverity("ordinary", "complaint-specialist", Map.of("claimedAmount", "5000.00"), false);
    assertSeverity("major", "customer-service-manager", Map.of("claimedAmount", "5000.01"), false);
    assertSeverity("major", "customer-service-manager", Map.of("repeated", true), false);
    assertSeverity("major", "customer-service-manager", Map.of("demands", List.of("return", "compensation")), false);
    assertSeverity("major", "customer-service-manager", Map.of("demands", List.of("exchange", "compensation")), false);
    assertSeverity("ordinary", "complaint-specialist", Map.of("demands", List.of("repair", "compensation")), false);
    assertSeverity("ordinary", "complaint-specialist", Map.of("demands", List.of("return")), false);
    assertSeverity("major", "customer-service-manager", Map.of(), true);
    assertSeverity("major", "customer-service-manager", Map.of("courtThreat", true), false);
    assertSeverity("urgent", "customer-service-manager", Map.of("injuryOrDanger", true, "repeated", true, "claimedAmount", "9000.00"), true);
  }

  private static void assertSeverity(String severity, String handler, Map<String, ?> said, boolean keyAccount) {
    Map<String, Object> reception = new HashMap<>(Map.of("customersConcerned", 1, "demands", List.of("explainApologise")));
    reception.putAll(said);
    assertThat(decide("complaint-severity", Map.of("reception", reception, "keyAccount", keyAccount))).as("%s, key account %s", said, keyAccount)
      .isEqualTo(Map.of("severity", severity, "handlerRole", handler));
  }

  @ParameterizedTest
  @CsvSource({"help, true, ordinary, help", "help, false, urgent, help", "complaint, true, ordinary, spot", "complaint, true, major, assign", "complaint, true, urgent, assign",
    "complaint, false, ordinary, assign", "complaint, , ordinary, assign"})
  void onlyAnOrdinaryComplaintIsSettledAtOnce(String nature, Boolean atOnce, String severity, String route) {
    Map<String, Object> registration = new HashMap<>(Map.of("nature", nature));
    registration.put("settleAtOnce", atOnce);
    assertThat(decide("complaint-route", Map.of("registration", registration, "severity", severity))).isEqualTo(Map.of("route", route));
  }

  @ParameterizedTest
  @CsvSource({"5000.01, false, false, ordinary, general-manager, true", "0, true, false, ordinary, general-manager, true", "0, false, true, major, general-manager, true",
    "5000, false, false, ordinary, customer-service-manager, false", "500.01, false, false, ordinary, customer-service-manager, false",
    "500, false, false, ordinary, complaint-supervisor, false", "0, false, false, ordinary, complaint-supervisor, false",
    "500, false, false, major, customer-service-manager, false", "0, false, false, urgent, customer-service-manager, false"})
  void remedyIsApprovedByAmountRecallCourtAndSeverity(double amount, boolean recall, boolean court, String severity, String approver, boolean heard) {
    assertThat(decide("complaint-approval", Map.of("amount", amount, "recall", recall, "courtThreat", court, "severity", severity)))
      .isEqualTo(Map.of("approver", approver, "heard", heard));
  }

  @ParameterizedTest
  @CsvSource({"material, purchasing", "making, production", "structure, production", "design, rd", "storageTransport, logistics", "promiseContract, sales", "service, section",
    "use, none", "other, unclear"})
  void causeSaysWhoIsLiable(String cause, String liable) {
    assertThat(decide("complaint-liability", Map.of("causeCategory", cause))).isEqualTo(Map.of("liable", liable));
  }

  @ParameterizedTest
  @CsvSource({"1, manager", "2, generalManager", "3, court", "4, court"})
  void thirdEscalationGoesToCourt(int escalations, String level) {
    assertThat(decide("complaint-escalation", Map.of("escalations", escalations))).isEqualTo(Map.of("level", level));
  }

  @ParameterizedTest
  @CsvSource({"1, true", "2, true", "3, false", "5, false", ", false"})
  void satisfactionUpToTwoIsDissatisfied(Integer satisfaction, boolean dissatisfied) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("satisfaction", satisfaction);
    assertThat(decide("complaint-satisfaction", facts)).isEqualTo(Map.of("dissatisfied", dissatisfied));
  }

  @Test
  void limitsAreThoseOfTheCatalogue() {
    assertThat(decide("complaint-duplicate-rule", Map.of("customerGrade", "A"))).isEqualTo(Map.of("withinDays", 30, "leastSimilarity", 0.4));
    assertThat(decide("complaint-contact-rule", Map.of("severity", "urgent"))).isEqualTo(Map.of("attempts", 3, "attemptWindow", "5wd"));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {"complaint-handling, register, -, 30min, created", "complaint-handling, spot, ordinary, 4h, created",
    "complaint-handling-inquiry, assign, urgent, 15min, created", "complaint-handling-inquiry, assign, major, 1h, created", "complaint-handling-inquiry, assign, ordinary, 1h, created",
    "complaint-handling-inquiry, respond, urgent, 2h, since:answerSince", "complaint-handling-inquiry, respond, major, 12h, since:answerSince",
    "complaint-handling-inquiry, respond, ordinary, 24h, since:answerSince", "complaint-handling-inquiry, investigate, urgent, 12h, created",
    "complaint-handling-inquiry, investigateDepartment, major, 2wd, created", "complaint-handling-inquiry, investigate, ordinary, 1wd, created",
    "complaint-handling-inquiry, explain, urgent, 1wd, created", "complaint-handling-solution, propose, urgent, 1wd, created",
    "complaint-handling-solution, offer, urgent, 24h, since:solveSince", "complaint-handling-solution, offer, major, 5wd, since:solveSince",
    "complaint-handling-solution, offer, ordinary, 3wd, since:solveSince", "complaint-handling-escalation, escalateGeneralManager, ordinary, 2wd, created",
    "complaint-handling-execution, askCustomer, urgent, 3cd, created", "complaint-handling-closing, report, ordinary, 1wd, created", "complaint-handling-closing, review, major, 1wd, created"})
  void deadlinesAreThoseOfTheCatalogue(String process, String step, String grade, String deadline, String anchor) {
    Map<String, Object> asked = new HashMap<>(Map.of("process", process, "step", step));
    asked.put("grade", grade);
    assertThat(decide("complaint-deadlines", asked)).isEqualTo(Map.of("deadline", deadline, "anchor", anchor));
  }

  private static Map<String, Object> decide(String decision, Map<String, Object> facts) {
    DmnDecisionRuleResult row = ENGINE.evaluateDecisionTable(ENGINE.parseDecision(decision, ComplaintTablesTest.class.getResourceAsStream("/processes/complaint/" + decision + ".dmn")), facts)
      .getSingleResult();
    return row.getEntryMap();
  }
}
