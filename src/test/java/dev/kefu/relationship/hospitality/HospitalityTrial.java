package dev.kefu.relationship.hospitality;

import static dev.kefu.document.AttachmentTrial.PDF;
import static dev.kefu.document.AttachmentTrial.part;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.Persons;
import dev.kefu.document.AttachmentTrial;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngine;

/** What people do with a meal (P42) in tests, through the real forms. */
@RequiredArgsConstructor
class HospitalityTrial {

  static final String SPECIALIST = "relationship-specialist";
  static final String COLLEAGUE = "relationship-specialist-2";
  static final String SUPERVISOR = "relationship-supervisor";
  static final String MANAGER = "customer-service-manager";
  static final String GENERAL_MANAGER = "general-manager";
  static final String OFFICE = "office-administrator";
  static final String CLERK = "finance-clerk";
  /** Grade A. */
  static final String KEY_CUSTOMER = "長江機械製造廠";
  static final String OTHER_CUSTOMER = "Blue Lake Foods";

  private final ProcessEngine engine;
  private final Persons persons;
  private final int port;
  private final String password;

  static Map<String, Object> with(Map<String, ?> facts, Object... more) {
    Map<String, Object> all = new HashMap<>(facts);
    for (int i = 0; i < more.length; i += 2) {
      if (more[i + 1] == null) {
        all.remove(more[i]);
      } else {
        all.put((String) more[i], more[i + 1]);
      }
    }
    return all;
  }

  /** A share meal for two guests with a colleague as host: 150 yuan in the canteen, all within the limits. */
  static Map<String, Object> shareMeal(OffsetDateTime when) {
    return with(Map.of("customer", OTHER_CUSTOMER, "guests", guests(2), "reason", "Talks on the new contract 洽談新合同", "mealTime", when.toString(), "occasion", "shareMeal",
        "host", COLLEAGUE, "restaurant", "canteen", "perHead", "50.00", "oralApproval", false), "companionsList", List.of());
  }

  /** A banquet for a key customer, hosted by a colleague: within 100 yuan per head, 300 in all. */
  static Map<String, Object> banquet(OffsetDateTime when) {
    return with(shareMeal(when), "customer", KEY_CUSTOMER, "occasion", "banquet", "restaurant", "other", "restaurantName", "Garden " + UUID.randomUUID().toString().substring(0, 8),
        "perHead", "100.00");
  }

  static List<Map<String, Object>> guests(int count) {
    List<Map<String, Object>> guests = new ArrayList<>();
    String party = UUID.randomUUID().toString().substring(0, 6);
    for (int guest = 1; guest <= count; guest++) {
      guests.add(Map.of("name", "Guest " + party + " " + guest, "position", "Buyer 採購"));
    }
    return guests;
  }

  String request(Map<String, ?> request) {
    String number = persons.start(SPECIALIST, "hospitality-dining").getBusinessKey();
    requestAgain(number, request);
    return number;
  }

  void requestAgain(String number, Map<String, ?> request) {
    persons.submit(SPECIALIST, number, "userTask_request", "request", request);
  }

  void decide(String user, String number, String decision) {
    persons.submit(user, number, "userTask_decide", "approval", decision.equals("approve") ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Because 因為 " + decision));
  }

  void byWord(String user, String number, OffsetDateTime when) {
    persons.submit(user, number, "userTask_oral", "oralDecision", Map.of("decision", "yes", "approvedAt", when.toString()));
  }

  void book(String number, String deposit) {
    persons.submit(OFFICE, number, "userTask_book", "booking", with(Map.of("way", "restaurant", "place", "Garden restaurant 花園餐廳", "bookingNo", "B-1"), "deposit", deposit));
  }

  void dine(String host, String number, int people, String amount) {
    persons.submit(host, number, "userTask_dine", "meal", Map.of("held", "held", "actualPersons", people, "actualAmount", amount, "receptionRecord", "Talked of the contract 談合同"));
  }

  void stayAway(String host, String number) {
    persons.submit(host, number, "userTask_dine", "meal", Map.of("held", "absent"));
  }

  void settle(String number, Map<String, ?> settlement) {
    assertThat(new AttachmentTrial(engine, port, password).send(SPECIALIST, "/api/cases/" + number + "/attachments", part("file", "receipt 發票.pdf", PDF),
        part("kind", null, "receipt".getBytes(StandardCharsets.UTF_8))).statusCode()).isEqualTo(200);
    persons.submit(SPECIALIST, number, "userTask_settle", "settlement", settlement);
  }

  /** A settlement of as many as were approved in {@link #shareMeal}. */
  static Map<String, Object> bill(String food, String drinks) {
    return new HashMap<>(Map.of("actualGuests", 2, "actualCompanions", 1, "foodAmount", food, "drinksAmount", drinks, "receiptNo", "R-" + UUID.randomUUID().toString().substring(0, 12),
        "explained", true, "askGeneralManager", false));
  }

  void pay(String number, String amount, String day) {
    persons.submit(CLERK, number, "userTask_pay", "payment", Map.of("paidAmount", amount, "paidOn", day));
  }

  /** From the request to the hosted meal, decided by these roles one after the other. */
  String held(Map<String, ?> request, String... deciders) {
    String number = request(request);
    for (String decider : deciders) {
      decide(decider, number, "approve");
    }
    book(number, null);
    dine((String) request.get("host"), number, 3, "150.00");
    return number;
  }
}
