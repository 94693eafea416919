package dev.kefu.tasklist.overview;

import static dev.kefu.document.PaperTrial.LOGISTICS;
import static dev.kefu.document.PaperTrial.RECEIVER;
import static dev.kefu.document.PaperTrial.SECRET;
import static dev.kefu.document.PaperTrial.SPECIALIST;
import static dev.kefu.document.PaperTrial.SUPERVISOR;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.document.PaperTrial;
import dev.kefu.engine.CaseAccess;
import dev.kefu.information.CreditStanding;
import dev.kefu.information.CreditStandings;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What people see of a case as a whole, as the demo users. */
@KefuIT
class CaseOverviewIT {

  private static final String MANAGER = "general-manager";

  /**
   * Reviewed by hand. A complaint about which logistics is asked: who reads it, and of whom what of its customer. The specialist has handed in and waits; the agent
   * started it; relationship-supervisor reads the history of one of its parts, customer-lookup; the others have nothing to do with it.
   */
  private static final String RIGHTS = """
      complaint-supervisor        200 customer -
      complaint-specialist        404 -        -
      call-center-agent           200 customer -
      call-center-agent-2         404 -        -
      logistics-department        200 -        -
      customer-service-manager    200 customer credit
      general-manager             200 customer credit
      relationship-supervisor     200 customer -
      relationship-specialist     404 -        -
      survey-specialist           404 -        -
      finance-manager             404 -        -
      legal-counsel               404 -        -
      it-administrator            404 -        -
      admin                       200 -        -
      """;

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private CreditStandings credit;
  @Autowired private Customers customers;
  @Autowired private CaseAccess access;
  @Autowired private CaseOverviews overviews;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  private PaperTrial trial;
  private Persons persons;
  private String customerCode;
  private String customerName;

  @BeforeEach
  void prepare() {
    customerName = "Harbour Foods 海港食品 " + UUID.randomUUID().toString().substring(0, 8);
    customerCode = customers.register(new NewCustomer(customerName, null, "direct", "current", "+1 206 555 0199", null, "overseas", null, "web", true)).code();
    jdbc.sql("update information_customers set grade = 'C' where code = ?").param(customerCode).update();
    trial = new PaperTrial(engine, clock, customerName);
    persons = new Persons(engine);
  }

  @Test
  void everyRoleSeesWhatItMay() {
    String number = trial.complaintAskedAbout();
    credit.write(customerCode, new CreditStanding("AA", 88, 30, new BigDecimal("250000.00"), false, "credit", LocalDate.of(2026, 5, 4), LocalDate.of(2027, 5, 3), false));

    List<String> seen = new ArrayList<>();
    RIGHTS.lines().map(line -> line.split("\\s+")).forEach(row -> {
      ResponseEntity<JsonNode> answer = http.withBasicAuth(row[0], password).getForEntity("/api/cases/" + number + "/overview", JsonNode.class);
      JsonNode customer = answer.getBody().path("customer");
      seen.add("%-27s %d %-8s %s".formatted(row[0], answer.getStatusCode().value(), customer.isObject() ? "customer" : "-", customer.path("credit").isObject() ? "credit" : "-"));
    });

    assertThat(String.join("\n", seen)).isEqualToIgnoringWhitespace(RIGHTS);
    assertThat(http.getForEntity("/api/cases/" + number + "/overview", String.class).getStatusCode().value()).isEqualTo(401);
    for (String part : List.of("path", "customer-cases")) {
      assertThat(status("legal-counsel", number, part)).as(part).isEqualTo(404);
      assertThat(status(MANAGER, number, part)).as(part).isEqualTo(200);
    }
    assertThat(status(LOGISTICS, number, "path")).isEqualTo(200);
    assertThat(status(LOGISTICS, number, "customer-cases")).isEqualTo(404);
    assertThat(status(MANAGER, number, "path?page=-1")).isEqualTo(400);
    assertThat(status(MANAGER, "CMP-1999-000001", "overview")).isEqualTo(404);
  }

  @Test
  void theCustomersCardSaysWhatTheRegistersKnow() {
    String number = trial.complaintAskedAbout();
    credit.write(customerCode, new CreditStanding("BBB", 71, 30, new BigDecimal("1250000.00"), false, "credit", LocalDate.of(2026, 5, 4), LocalDate.of(2027, 5, 3), true));
    jdbc.sql("update information_customers set danger_state = 'watched' where code = ?").param(customerCode).update();
    JsonNode customer = overview(MANAGER, number).path("customer");

    assertThat(customer.path("code").asText()).isEqualTo(customerCode);
    assertThat(customer.path("name").asText()).isEqualTo(customerName);
    assertThat(customer.path("grade").asText()).isEqualTo("C");
    assertThat(customer.path("keyAccount").isBoolean()).isTrue();
    assertThat(customer.path("dangerState").asText()).isEqualTo("watched");
    assertThat(customer.path("credit").path("grade").asText()).isEqualTo("BBB");
    assertThat(customer.path("credit").path("limit").asText()).isEqualTo("1,250,000.00");
    assertThat(customer.path("credit").path("frozen").asBoolean()).isTrue();
    assertThat(customer.path("credit").path("validUntil").asText()).isEqualTo("2027-05-03");
    assertThat(customer.path("openCases").path("items").findValuesAsText("caseNumber")).contains(number);
  }

  @Test
  void openCasesOfTheCustomerAreThoseThatThePersonMayRead() {
    String complaint = trial.complaintAskedAbout();
    String help = persons.start(RECEIVER, "customer-help").getBusinessKey();
    persons.submit(RECEIVER, help, "userTask_record", "need", Map.of("customer", customerName, "channel", "phone", "receivedAt", trial.moment(0), "kind", "businessDifficulty",
        "due", trial.moment(3), "content", "Stock does not sell 庫存滯銷", "answerKnown", false));

    assertThat(openCases(MANAGER, complaint)).contains(complaint, help);
    assertThat(openCases(SUPERVISOR, complaint)).contains(complaint).doesNotContain(help);
    assertThat(openCases(RECEIVER, complaint)).contains(complaint, help);
    JsonNode own = http.withBasicAuth(MANAGER, password).getForObject("/api/cases/" + complaint + "/customer-cases", JsonNode.class);
    assertThat(own.path("total").asInt()).isEqualTo(2);
    own.path("items").forEach(one -> {
      assertThat(one.path("procedure").asText()).isNotBlank();
      assertThat(one.path("startedAt").asText()).matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d");
    });
    JsonNode line = item(own, complaint);
    assertThat(line.path("procedure").asText()).contains("客戶投訴處理");
    assertThat(line.path("standsAt").asText()).isNotBlank();
  }

  @Test
  void contactsStandThereAndWhoMayNotReadTheirCaseSeesOnlyTheDay() {
    String ended = trial.endedComplaint();
    String running = trial.complaintAskedAbout();

    JsonNode known = contactOf(overview(MANAGER, running), ended);
    assertThat(known.path("what").asText()).isEqualTo("Call-back 回訪");
    assertThat(known.path("day").asText()).isEqualTo(LocalDate.now(clock).toString());
    assertThat(known.path("result").asText()).isNotBlank();
    List<String> ofTheAgent = overview("call-center-agent", running).at("/customer/contacts").findValuesAsText("caseNumber");
    assertThat(ofTheAgent).isNotEmpty();
    persons.submit(SUPERVISOR, trial.registeredComplaint(), "userTask_assign", "assignment", Map.of("handler", "complaint-specialist-2", "note", "Call her today 請今日致電"));
    String foreign = persons.as("complaint-specialist-2", () -> engine.getTaskService().createTaskQuery().taskAssignee("complaint-specialist-2").orderByTaskCreateTime().desc().listPage(0, 1)).get(0).getId();
    CaseOverview.CustomerView hidden = persons.as("complaint-specialist-2", () -> overviews.ofTask(foreign)).orElseThrow().customer();
    assertThat(hidden.contacts()).isNotEmpty().allSatisfy(contact -> {
      assertThat(contact.day()).isNotNull();
      assertThat(contact.what()).isNotBlank();
    }).filteredOn(contact -> contact.caseNumber() == null).isNotEmpty().allSatisfy(contact -> assertThat(contact.result()).isNull());
  }

  @Test
  void factsAreWhatTheFormsSaidInWords() {
    String number = trial.complaintAskedAbout();

    JsonNode sheets = overview(SUPERVISOR, number).path("sheets");

    assertThat(sheets.findValuesAsText("title")).anyMatch(title -> title.contains("登記")).doesNotHaveDuplicates();
    assertThat(sheets.findValuesAsText("value")).contains("1,234.50 元", "12 Harbour Road 港灣道十二號")
        .anyMatch(value -> value.contains("<twice> & more")).contains("Rough handling 野蠻裝卸").anyMatch(value -> value.startsWith("Delivery"));
    assertThat(sheets.toString()).contains("Better boxes 加強包裝").doesNotContain("causeCategory", "storageTransport");
  }

  @Test
  void whatIsClassifiedStandsNowhere() {
    String number = trial.recordedHelp();

    for (String reader : List.of(RECEIVER, "relationship-supervisor", MANAGER, "admin")) {
      String body = http.withBasicAuth(reader, password).getForEntity("/api/cases/" + number + "/overview", String.class).getBody();
      assertThat(body).as(reader).contains("Stock does not sell 庫存滯銷").doesNotContain(SECRET).doesNotContain("Confidential details");
    }
  }

  @Test
  void thePathSaysWhoDidWhatTheLatestFirst() {
    String number = trial.registeredComplaint();
    assertThat(http.withBasicAuth(SUPERVISOR, password).postForEntity("/api/cases/" + number + "/corrections", Map.of("root", "registration", "reason", "Mixed up 混淆", "data",
        Map.of("nature", "complaint", "kind", "deliveryPacking", "personsComplainedAbout", List.of(), "remarks", "First order 首次訂購")), String.class).getStatusCode().is2xxSuccessful()).isTrue();

    JsonNode path = http.withBasicAuth(SUPERVISOR, password).getForObject("/api/cases/" + number + "/path", JsonNode.class);

    List<JsonNode> events = new ArrayList<>();
    path.path("items").forEach(events::add);
    assertThat(events).extracting(event -> event.path("kind").asText()).contains("open", "done", "corrected", "happened");
    assertThat(events).isSortedAccordingTo((one, other) -> other.path("startedAt").asText().compareTo(one.path("startedAt").asText()));
    assertThat(events).filteredOn(event -> event.path("kind").asText().equals("corrected")).singleElement().satisfies(event -> {
      assertThat(event.path("note").asText()).isEqualTo("Mixed up 混淆");
      assertThat(event.path("by").asText()).isEqualTo("Complaint supervisor 客戶投訴主管");
    });
    assertThat(events).filteredOn(event -> event.path("kind").asText().equals("done")).extracting(event -> event.path("by").asText())
        .contains("Call-centre agent 呼叫中心座席員", "Complaint specialist 客戶投訴專員");
    assertThat(events.get(events.size() - 1).path("by").asText()).as("who started it").isEqualTo("Call-centre agent 呼叫中心座席員");
    assertThat(path.toString()).doesNotContain("gateway_", "flow_", "serviceTask_");
  }

  @Test
  void aLongPathComesInPagesThatLoseNothing() {
    String number = trial.endedComplaint();

    JsonNode first = http.withBasicAuth(SUPERVISOR, password).getForObject("/api/cases/" + number + "/path", JsonNode.class);
    long total = first.path("total").asLong();
    assertThat(total).isGreaterThan(15);
    List<JsonNode> events = new ArrayList<>();
    for (int page = 0; page * 15L < total; page++) {
      http.withBasicAuth(SUPERVISOR, password).getForObject("/api/cases/" + number + "/path?page=" + page, JsonNode.class).path("items").forEach(events::add);
    }
    assertThat(events).hasSize((int) total);
    assertThat(events).isSortedAccordingTo((one, other) -> other.path("startedAt").asText().compareTo(one.path("startedAt").asText()));
    assertThat(overview(SUPERVISOR, number).path("endedAt").asText()).isNotBlank();
  }

  @Test
  void manyCasesAtOnceAreReadByTheRulesThatHoldForEachOfThem() {
    Set<String> numbers = Set.of(trial.receivedComplaint(), trial.registeredComplaint(), trial.complaintAskedAbout(), trial.recordedHelp(), trial.endedComplaint());

    for (String role : List.of(RECEIVER, "call-center-agent-2", SPECIALIST, "complaint-specialist-2", SUPERVISOR, LOGISTICS, "relationship-specialist", "relationship-supervisor", MANAGER,
        "legal-counsel", "admin")) {
      List<String> each = persons.as(role, () -> numbers.stream().filter(number -> access.ofCase(number).orElseThrow().mayRead()).toList());
      assertThat(persons.as(role, () -> access.readable(numbers))).as(role).containsExactlyInAnyOrderElementsOf(each);
    }
    assertThat(persons.as(MANAGER, () -> access.readable(Set.of()))).isEmpty();
  }

  @Test
  void aTaskLeadsToItsCaseForThoseWhoReadIt() {
    String number = trial.registeredComplaint();
    Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).listPage(0, 1).get(0);

    assertThat(persons.as(SUPERVISOR, () -> overviews.ofTask(task.getId())).orElseThrow().caseNumber()).isEqualTo(number);
    assertThat(persons.as("legal-counsel", () -> overviews.ofTask(task.getId()))).isEmpty();
    assertThat(persons.as(SUPERVISOR, () -> overviews.ofTask("unknown"))).isEmpty();
  }

  private int status(String person, String number, String part) {
    return http.withBasicAuth(person, password).getForEntity("/api/cases/" + number + "/" + part, String.class).getStatusCode().value();
  }

  private JsonNode overview(String person, String number) {
    return http.withBasicAuth(person, password).getForObject("/api/cases/" + number + "/overview", JsonNode.class);
  }

  private List<String> openCases(String person, String number) {
    return overview(person, number).at("/customer/openCases/items").findValuesAsText("caseNumber");
  }

  private static JsonNode item(JsonNode page, String number) {
    for (JsonNode one : page.path("items")) {
      if (one.path("caseNumber").asText().equals(number)) {
        return one;
      }
    }
    throw new AssertionError(number + " is not on " + page);
  }

  private static JsonNode contactOf(JsonNode overview, String number) {
    for (JsonNode one : overview.at("/customer/contacts")) {
      if (one.path("caseNumber").asText().equals(number)) {
        return one;
      }
    }
    throw new AssertionError("no contact of " + number + " in " + overview.at("/customer/contacts"));
  }
}
