package dev.kefu.tasklist.start;

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
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The start page and the search of several roles, over HTTP, as the demo users. */
@KefuIT
class StartPageIT {

  private static final String MANAGER = "general-manager";

  /** Reviewed by hand, from the column "starts" of the roles and what every employee starts. */
  private static final Map<String, List<String>> STARTS = Map.of(
      "call-center-agent", List.of("complaint-handling", "customer-help", "customer-info-registration", "expense-claim-review", "leak-incident"),
      "complaint-specialist", List.of("complaint-handling", "customer-callback", "customer-info-registration", "expense-claim-review", "leak-incident"),
      "legal-counsel", List.of("annual-survey-plan", "complaint-handling", "customer-info-registration", "leak-incident"),
      "survey-supervisor", List.of("annual-survey-plan", "complaint-handling", "customer-credit-survey", "customer-info-registration", "customer-information-survey", "customer-survey",
          "expense-claim-review", "leak-incident"),
      "logistics-department", List.of("annual-survey-plan", "complaint-handling", "customer-info-registration", "leak-incident"));

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  private PaperTrial trial;
  private Persons persons;

  @BeforeEach
  void prepare() {
    trial = new PaperTrial(engine, clock);
    persons = new Persons(engine);
  }

  @Test
  void everyRoleIsOfferedItsOwnProceduresWithASentenceEach() {
    STARTS.forEach((role, procedures) -> {
      JsonNode page = page(role);
      List<String> offered = page.path("procedures").findValuesAsText("key").stream().filter(key -> !key.contains("trial") && !key.endsWith("-it")).sorted().toList();
      assertThat(offered).as(role).isEqualTo(procedures);
      page.path("procedures").forEach(one -> assertThat(procedures.contains(one.path("key").asText()) ? one.path("sentence").asText() : "。").as("%s of %s", one.path("key"), role).endsWith("。"));
    });
    assertThat(http.getForEntity("/api/start-page", String.class).getStatusCode().value()).isEqualTo(401);
  }

  @Test
  void whatWaitsIsOnesOwnAndWhatOneMayTakeTheLateFirst() {
    String number = trial.complaintAskedAbout();
    Task task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).taskCandidateGroup(LOGISTICS).singleResult();
    task.setDueDate(Date.from(clock.instant().minusSeconds(4000L * 24 * 3600)));
    engine.getTaskService().saveTask(task);
    JsonNode before = page(LOGISTICS);
    assertThat(before.path("late").get(0).path("taskId").asText()).isEqualTo(task.getId());
    assertThat(before.path("late").get(0).path("own").asBoolean()).isFalse();
    assertThat(before.path("overdue").asInt()).isPositive();

    persons.as(LOGISTICS, () -> {
      engine.getTaskService().claim(task.getId(), LOGISTICS);
      return null;
    });

    JsonNode after = page(LOGISTICS);
    assertThat(after.path("mine").asInt()).isEqualTo(before.path("mine").asInt() + 1);
    assertThat(after.path("offered").asInt()).isEqualTo(before.path("offered").asInt() - 1);
    assertThat(after.path("late").get(0).path("own").asBoolean()).isTrue();
    assertThat(page("legal-counsel").path("late").findValuesAsText("taskId")).doesNotContain(task.getId());
    assertThat(page("legal-counsel").path("waiting").findValuesAsText("taskId")).doesNotContain(task.getId());
  }

  @Test
  void whatOneStartedSaysWhereItStandsAndBelongsToNobodyElse() {
    String running = trial.registeredComplaint();
    String ended = trial.endedComplaint();

    JsonNode started = page(RECEIVER).path("started");
    List<JsonNode> all = started(RECEIVER);
    assertThat(line(all, running).path("standsAt").asText()).isNotBlank();
    assertThat(line(all, running).path("endedAt").asText("")).isEmpty();
    assertThat(line(all, ended).path("endedAt").asText()).isNotBlank();
    assertThat(started("call-center-agent-2")).extracting(one -> one.path("caseNumber").asText()).doesNotContain(running, ended);
    JsonNode second = http.withBasicAuth(RECEIVER, password).getForObject("/api/start-page/cases?page=1", JsonNode.class);
    assertThat(second.path("total").asInt()).isEqualTo(page(RECEIVER).at("/started/total").asInt());
    assertThat(second.path("items").findValuesAsText("caseNumber")).doesNotContainAnyElementsOf(started.path("items").findValuesAsText("caseNumber"));
  }

  @Test
  void casesOfTheSameMomentStandOnOnePageEach() {
    ClockUtil.setCurrentTime(Date.from(clock.instant()));
    List<String> numbers;
    try {
      numbers = IntStream.range(0, 40).mapToObj(i -> persons.start(RECEIVER, "customer-help").getBusinessKey()).toList();
    } finally {
      ClockUtil.reset();
    }

    assertThat(started(RECEIVER)).extracting(one -> one.path("caseNumber").asText()).doesNotHaveDuplicates().containsAll(numbers);
  }

  @Test
  void aNewcomerIsWhoHasCompletedNothing() {
    trial.registeredComplaint();

    assertThat(page(SPECIALIST).path("newcomer").asBoolean()).isFalse();
    assertThat(page(SPECIALIST).path("roles").toString()).contains("客戶投訴專員");
    Newcomer newcomer = new Newcomer(engine, "hr-department", password);
    try {
      assertThat(page(newcomer.userId()).path("newcomer").asBoolean()).isTrue();
      assertThat(page(newcomer.userId()).path("roles").toString()).contains("人力資源部");
    } finally {
      newcomer.leaves();
    }
  }

  @Test
  void casesAreFoundByNumberCustomerPhoneAndText() {
    String word = "Unheard-of " + UUID.randomUUID() + " 奇異";
    String number = persons.start(RECEIVER, "complaint-handling").getBusinessKey();
    persons.submit(RECEIVER, number, "userTask_receive", "reception", Map.ofEntries(Map.entry("customer", "Blue Lake Foods"), Map.entry("contact", "Ms Lin 林女士"), Map.entry("phone", "+852 6123 9876"),
        Map.entry("channel", "phone"), Map.entry("receivedAt", trial.moment(0)), Map.entry("content", word), Map.entry("complaintReason", "Not as promised 與承諾不符"), Map.entry("product", word.substring(0, 40)),
        Map.entry("demands", List.of("explainApologise")), Map.entry("customersConcerned", 1)));

    for (String typed : List.of(number, number.toLowerCase(), word, word.toUpperCase(), "85261239876", "6123 9876", "blue lake", code())) {
      assertThat(found(MANAGER, typed)).as(typed).contains(number);
      assertThat(found(SUPERVISOR, typed)).as(typed).contains(number);
      assertThat(found("legal-counsel", typed)).as(typed).doesNotContain(number);
    }
    assertThat(found(MANAGER, word)).containsExactly(number);
    assertThat(found(MANAGER, word + " else")).isEmpty();
    assertThat(found(MANAGER, "100%_!")).isEmpty();
    assertThat(found(RECEIVER, word)).containsExactly(number);
    assertThat(found("call-center-agent-2", word)).isEmpty();
    assertThat(status("x")).isEqualTo(400);
    assertThat(status("x".repeat(101))).isEqualTo(400);
    assertThat(http.getForEntity("/api/case-search?for=blue", String.class).getStatusCode().value()).isEqualTo(401);
  }

  @Test
  void whoDoesNotReadTheRegisterOfCustomersFindsNothingByACustomersNumber() {
    String number = trial.complaintAskedAbout();

    assertThat(found(MANAGER, code())).contains(number);
    assertThat(found(LOGISTICS, number)).containsExactly(number);
    assertThat(found(LOGISTICS, code())).doesNotContain(number);
  }

  @Test
  void whatIsClassifiedFindsNothing() {
    String number = trial.recordedHelp();

    assertThat(found(MANAGER, "Stock does not sell")).contains(number);
    assertThat(found(MANAGER, SECRET)).isEmpty();
  }

  @Test
  void aCorrectedFormIsFoundByItsNewWordsAlone() {
    String number = trial.registeredComplaint();
    String word = "Corrected " + UUID.randomUUID();
    assertThat(http.withBasicAuth(SUPERVISOR, password).postForEntity("/api/cases/" + number + "/corrections", Map.of("root", "registration", "reason", "Mixed up 混淆", "data",
        Map.of("nature", "complaint", "kind", "deliveryPacking", "personsComplainedAbout", List.of(), "remarks", word)), String.class).getStatusCode().is2xxSuccessful()).isTrue();

    assertThat(found(MANAGER, word)).containsExactly(number);
    assertThat(jdbc.sql("select count(*) from engine_case_texts t where t.words like ?").param("%" + word.toLowerCase() + "%").query(Long.class).single()).isEqualTo(1);
  }

  private JsonNode page(String person) {
    return http.withBasicAuth(person, password).getForObject("/api/start-page", JsonNode.class);
  }

  private List<String> found(String person, String typed) {
    JsonNode first = http.withBasicAuth(person, password).getForObject(URI.create("/api/case-search?for=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)), JsonNode.class);
    List<String> numbers = new ArrayList<>(first.path("items").findValuesAsText("caseNumber"));
    for (int page = 1; page * 15L < first.path("total").asLong(); page++) {
      numbers.addAll(http.withBasicAuth(person, password).getForObject(URI.create("/api/case-search?page=" + page + "&for=" + URLEncoder.encode(typed, StandardCharsets.UTF_8)), JsonNode.class)
          .path("items").findValuesAsText("caseNumber"));
    }
    return numbers;
  }

  private int status(String typed) {
    return http.withBasicAuth(MANAGER, password).getForEntity("/api/case-search?for=" + typed, String.class).getStatusCode().value();
  }

  private String code() {
    return jdbc.sql("select code from information_customers where name = 'Blue Lake Foods' and merged_into is null order by code limit 1").query(String.class).single();
  }

  /** All pages: cases that other tests started at another time may stand before these. */
  private List<JsonNode> started(String person) {
    List<JsonNode> all = new ArrayList<>();
    JsonNode page;
    int number = 0;
    do {
      page = http.withBasicAuth(person, password).getForObject("/api/start-page/cases?page=" + number++, JsonNode.class);
      page.path("items").forEach(all::add);
    } while (all.size() < page.path("total").asInt() && !page.path("items").isEmpty());
    return all;
  }

  private static JsonNode line(List<JsonNode> cases, String number) {
    return cases.stream().filter(one -> one.path("caseNumber").asText().equals(number)).findFirst().orElseThrow(() -> new AssertionError(number + " is not among " + cases));
  }
}
