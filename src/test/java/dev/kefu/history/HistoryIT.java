package dev.kefu.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kefu.KefuIT;
import dev.kefu.document.PaperTrial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What auditors and others learn of the past, each as far as roles.yaml lets them. */
@KefuIT
class HistoryIT {

  private static final String AUDITOR = "auditor";
  private static final String COMPLAINTS = "/api/history/processes/complaint-handling";

  /** One complaint serves all tests: it takes some seconds to reach its end. */
  private static String complaint;

  @Autowired private ProcessEngine engine;
  @Autowired private TestRestTemplate http;
  @Autowired private JdbcClient jdbc;
  @Autowired private ObjectMapper json;
  @Autowired private Clock clock;
  @Value("${kefu.demo.password}") private String password;
  private PaperTrial trial;

  @BeforeEach
  void prepare() {
    trial = new PaperTrial(engine, clock);
    if (complaint == null) {
      complaint = trial.endedComplaint();
    }
  }

  @ParameterizedTest
  @CsvSource({"auditor, 200, 200", "admin, 200, 200", "general-manager, 200, 200", "customer-service-manager, 200, 200", "complaint-supervisor, 200, 200",
      // Reads the call-back, which is a part of the complaint.
      "relationship-supervisor, 403, 200",
      "complaint-specialist, 403, 404", "call-center-agent, 403, 404", "legal-counsel, 403, 404", "it-administrator, 403, 404"})
  void whoReadsTheProcessReadsItsCases(String person, int ofProcess, int ofCase) {
    for (String address : List.of("", "/cases", "/activities")) {
      assertThat(ask(person, COMPLAINTS + address).getStatusCode().value()).as("%s %s", person, address).isEqualTo(ofProcess);
    }
    String part = find(caseOf(AUDITOR, complaint).path("parts"), "processKey", "customer-callback").path("id").asText();
    for (String address : List.of("", "/operations", "/parts/" + part + "/path")) {
      assertThat(ask(person, "/api/history/cases/" + complaint + address).getStatusCode().value()).as("%s case %s", person, address).isEqualTo(ofCase);
    }
  }

  @Test
  void whoReadsAPartOfACaseIsToldOfThatPartAlone() {
    JsonNode seen = caseOf("relationship-supervisor", complaint);

    assertThat(stream(seen.path("parts")).filter(part -> part.path("readable").asBoolean()).map(part -> part.path("processKey").asText()).toList()).contains("customer-callback")
        .isSubsetOf("customer-callback", "customer-callback-followup", "customer-lookup");
    String callback = find(seen.path("parts"), "processKey", "customer-callback").path("id").asText();
    assertThat(stream(seen.path("forms")).map(form -> find(seen.path("parts"), "id", form.path("part").asText()).path("processKey").asText()).toList()).isNotEmpty()
        .isSubsetOf("customer-callback", "customer-callback-followup", "customer-lookup");
    assertThat(seen.path("forms").findValuesAsText("formId")).contains("customer-callback-do").doesNotContain("complaint-handling-receive");
    assertThat(seen.path("trail").findValuesAsText("activity")).contains("userTask_do").doesNotContain("userTask_propose");
    assertThat(seen.has("outcome")).as("of what is not readable").isFalse();
    String own = seen.path("parts").get(0).path("id").asText();
    assertThat(own).isNotEqualTo(callback);
    assertThat(ask("relationship-supervisor", "/api/history/cases/" + complaint + "/parts/" + own + "/path").getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void aCaseIsToldAsAWhole() {
    JsonNode told = caseOf(AUDITOR, complaint);

    assertThat(told.path("state").asText()).isEqualTo("finished");
    assertThat(told.path("starter").asText()).isEqualTo(PaperTrial.RECEIVER);
    assertThat(told.path("people").path(PaperTrial.RECEIVER).asText()).isEqualTo("Call-centre agent 呼叫中心座席員");
    assertThat(told.path("parts").findValuesAsText("processKey")).contains("complaint-handling", "complaint-handling-inquiry", "approval", "complaint-remedy", "customer-callback");
    JsonNode received = find(told.path("forms"), "formId", "complaint-handling-receive");
    assertThat(received.path("formVersion").asInt()).isPositive();
    assertThat(received.path("by").asText()).isEqualTo(PaperTrial.RECEIVER);
    assertThat(find(received.path("fields"), "value", "Blue Lake Foods").path("label").asText()).isNotBlank();
    assertThat(stream(received.path("fields")).map(field -> field.path("value").asText())).as("labels, not codes").anyMatch(value -> value.startsWith("Phone"));
    JsonNode severity = find(told.path("decisions"), "decisionKey", "complaint-severity");
    assertThat(severity.path("version").asInt()).isPositive();
    assertThat(severity.path("inputs")).isNotEmpty();
    assertThat(severity.path("outputs")).isNotEmpty();
    assertThat(severity.path("rules")).isNotEmpty();
    JsonNode task = find(told.path("trail"), "activity", "userTask_investigate");
    assertThat(task.path("by").asText()).isEqualTo(PaperTrial.SPECIALIST);
    assertThat(task.path("due").asText()).isNotBlank();
    assertThat(task.path("late").asBoolean()).isFalse();
    assertThat(told.path("notices")).isNotEmpty();
    assertThat(ask(AUDITOR, "/api/history/cases/" + complaint + "/operations").getBody().path("operations").findValuesAsText("what")).contains("Claim", "Complete");
  }

  @Test
  void aCaseIsPrintedAsFarAsItMayBeRead() throws IOException {
    String whole = printed(AUDITOR, complaint);
    assertThat(whole).contains("Case 案件 " + complaint, "Blue Lake Foods", "Rough handling", "Printed by");
    assertThat(printed("relationship-supervisor", complaint)).contains("Daily").doesNotContain("Rough handling");
    assertThat(jdbc.sql("select count(*) from audit_entries where case_number = ? and actor = ? and subject_type = 'caseHistory'").params(complaint, AUDITOR).query(Integer.class).single()).isOne();
    assertThat(http.withBasicAuth("legal-counsel", password).getForEntity("/api/history/cases/" + complaint + "/history.pdf", byte[].class).getStatusCode().value()).isEqualTo(404);
  }

  private String printed(String person, String number) throws IOException {
    ResponseEntity<byte[]> answer = http.withBasicAuth(person, password).getForEntity("/api/history/cases/" + number + "/history.pdf", byte[].class);
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    try (PDDocument pdf = Loader.loadPDF(answer.getBody())) {
      return new PDFTextStripper().getText(pdf);
    }
  }

  @Test
  void theTakenPathLeadsFromTheStartToTheEnd() {
    JsonNode parts = caseOf(AUDITOR, complaint).path("parts");
    JsonNode path = ask(AUDITOR, "/api/history/cases/" + complaint + "/parts/" + find(parts, "processKey", "complaint-handling").path("id").asText() + "/path").getBody();

    assertThat(path.path("diagram").asText()).contains("<bpmndi:BPMNDiagram");
    List<String> places = path.path("places").findValuesAsText("activity");
    assertThat(places.get(0)).startsWith("startEvent_");
    assertThat(places).anyMatch(place -> place.startsWith("endEvent_"));
    Map<String, String[]> arrows = arrows("complaint-handling");
    List<String> taken = path.path("flows").findValuesAsText("flow");
    assertThat(taken).isNotEmpty().allSatisfy(flow -> assertThat(places).contains(arrows.get(flow)[0]));
    assertThat(taken).as("whatever has an arrow into it was reached along one").hasSizeGreaterThanOrEqualTo(
        (int) places.stream().filter(place -> arrows.values().stream().anyMatch(arrow -> arrow[1].equals(place))).count());
  }

  @Test
  void casesAreFoundAndSorted() {
    String running = trial.receivedComplaint();
    String today = LocalDate.now(clock).toString();
    assertThat(numbers("?number=" + complaint)).containsExactly(complaint);
    assertThat(numbers("?number=" + complaint + "&state=running")).isEmpty();
    assertThat(numbers("?number=" + complaint + "&state=finished&from=" + today + "&to=" + today + "&customer=blue lake")).containsExactly(complaint);
    assertThat(numbers("?number=" + complaint + "&to=" + LocalDate.now(clock).minusDays(1))).isEmpty();
    assertThat(numbers("?number=" + running + "&state=running&activity=userTask_register")).containsExactly(running);
    assertThat(numbers("?number=" + complaint + "&activity=userTask_register")).containsExactly(complaint);
    assertThat(numbers("?number=" + complaint + "&person=" + PaperTrial.RECEIVER)).containsExactly(complaint);
    assertThat(numbers("?number=" + complaint + "&person=legal-counsel")).isEmpty();
    assertThat(numbers("?number=CMP-%25")).as("a sign of SQL is a sign").isEmpty();
    assertThat(numbers("?number=" + running + "&state=overdue")).isEmpty();
    jdbc.sql("update ACT_RU_TASK set DUE_DATE_ = '2026-01-01 00:00:00' where PROC_INST_ID_ in (select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = ?)").param(running).update();
    assertThat(numbers("?number=" + running + "&state=overdue")).containsExactly(running);
    List<String> ascending = numbers("?sort=number&descending=false&from=" + today);
    assertThat(ascending).isSorted().hasSizeLessThanOrEqualTo(25);
    assertThat(numbers("?sort=number&descending=true&from=" + today)).first().isNotEqualTo(ascending.get(0));
    JsonNode line = ask(AUDITOR, COMPLAINTS + "/cases?number=" + running).getBody().path("cases").get(0);
    assertThat(line.path("steps").get(0).path("name").asText()).contains("Register");
    assertThat(line.path("steps").get(0).path("overdue").asBoolean()).isTrue();
    assertThat(line.path("starter").asText()).isEqualTo(PaperTrial.RECEIVER);
    assertThat(ask(AUDITOR, COMPLAINTS + "/cases?state=asleep").getStatusCode().value()).isEqualTo(400);
    assertThat(ask(AUDITOR, COMPLAINTS + "/cases?version=999").getBody().path("total").asInt()).isZero();
  }

  @Test
  void stepsAreCounted() {
    trial.receivedComplaint();
    JsonNode register = find(ask(AUDITOR, COMPLAINTS + "/activities").getBody(), "activity", "userTask_register");

    assertThat(register.path("name").asText()).contains("登記");
    assertThat(register.path("running").asInt()).isPositive();
    assertThat(register.path("finished").asInt()).isPositive();
    assertThat(register.has("averageSeconds")).isFalse();
    assertThat(find(ask(AUDITOR, COMPLAINTS + "/activities?times=true").getBody(), "activity", "userTask_register").has("averageSeconds")).isTrue();
    assertThat(find(ask(AUDITOR, COMPLAINTS + "/activities?from=2020-01-01&to=2020-01-02").getBody(), "activity", "userTask_register").path("finished").asInt()).isZero();
    assertThat(ask(AUDITOR, COMPLAINTS + "/activities?version=999").getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void aCorrectionShowsBeforeAndAfter() {
    String number = trial.receivedComplaint();
    String corrections = "/api/cases/" + number + "/corrections";
    ObjectNode data = ask(PaperTrial.RECEIVER, corrections + "/reception/form").getBody().path("data").path("reception").deepCopy();
    data.put("content", "Three glasses were broken. 破三隻。");
    assertThat(http.withBasicAuth(PaperTrial.RECEIVER, password).postForEntity(corrections, Map.of("root", "reception", "reason", "Counted again 重新清點", "data", data), String.class)
        .getStatusCode().value()).isEqualTo(204);

    JsonNode corrected = stream(caseOf(AUDITOR, number).path("forms")).filter(form -> form.has("correction")).findFirst().orElseThrow();

    assertThat(corrected.path("correction").asText()).isEqualTo("Counted again 重新清點");
    assertThat(corrected.path("edition").asInt()).isEqualTo(2);
    JsonNode change = find(corrected.path("changes"), "after", "Three glasses were broken. 破三隻。");
    assertThat(change.path("before").asText()).contains("two glasses were broken");
  }

  @Test
  void classifiedValuesAreForTheirReadersAndEveryReadingIsLogged() {
    String number = trial.recordedHelp();

    JsonNode seen = caseOf(AUDITOR, number);

    assertThat(seen.path("classified").asBoolean()).isTrue();
    assertThat(seen.toString()).doesNotContain(PaperTrial.SECRET).contains("classified 保密");
    assertThat(readings(number, AUDITOR, "case")).isOne();
    assertThat(readings(number, AUDITOR, "field")).isZero();
    assertThat(caseOf("relationship-supervisor", number).toString()).contains(PaperTrial.SECRET);
    assertThat(readings(number, "relationship-supervisor", "field")).isOne();
    assertThat(caseOf(AUDITOR, complaint).path("classified").asBoolean()).isFalse();
    assertThat(readings(complaint, AUDITOR, "case")).isZero();
  }

  @Test
  void thereIsNoCaseWithoutACase() {
    assertThat(ask(AUDITOR, "/api/history/cases/CMP-1999-000001").getStatusCode().value()).isEqualTo(404);
    assertThat(ask(AUDITOR, "/api/history/processes/no-such-process").getStatusCode().value()).isEqualTo(404);
    assertThat(ask(AUDITOR, "/api/history/cases/" + complaint + "/parts/none/path").getStatusCode().value()).isEqualTo(404);
    assertThat(http.getForEntity("/api/history/cases/" + complaint, String.class).getStatusCode().value()).isEqualTo(401);
  }

  @Test
  void aSampleIsChosenByARuleThatAnybodyCanFollowAgain() throws IOException {
    String today = LocalDate.now(clock).toString();
    String question = "/api/history/evidence.zip?process=complaint-handling&from=" + today + "&to=" + today + "&count=1";
    Map<String, byte[]> chance = evidence(AUDITOR, question + "&seed=42");
    JsonNode manifest = json.readTree(chance.get("manifest.json"));
    String chosen = manifest.path("cases").get(0).asText();

    assertThat(manifest.path("population").asInt()).isPositive();
    assertThat(manifest.path("sample").path("seed").asText()).isEqualTo("42");
    assertThat(manifest.path("files")).hasSize(3).allSatisfy(file -> assertThat(sha256(chance.get(file.path("name").asText()))).isEqualTo(file.path("sha256").asText()));
    assertThat(chance).containsKeys(chosen + "/case.json", chosen + "/operations.json", chosen + "/case.pdf");
    assertThat(json.readTree(evidence(AUDITOR, question + "&seed=42").get("manifest.json")).path("cases")).isEqualTo(manifest.path("cases"));
    for (String rule : List.of("longest", "late")) {
      assertThat(evidence(AUDITOR, question + "&rule=" + rule)).containsKey("manifest.json");
    }
    assertThat(jdbc.sql("select count(*) from audit_entries where actor = ? and action = 'exportEvidence'").param(AUDITOR).query(Integer.class).single()).isGreaterThanOrEqualTo(4);
    assertThat(http.withBasicAuth("relationship-supervisor", password).getForEntity(question, byte[].class).getStatusCode().value()).isEqualTo(403);
    assertThat(http.withBasicAuth(AUDITOR, password).getForEntity("/api/history/evidence.zip?process=complaint-handling", byte[].class).getStatusCode().value()).isEqualTo(400);
  }

  private Map<String, byte[]> evidence(String person, String address) throws IOException {
    ResponseEntity<byte[]> answer = http.withBasicAuth(person, password).getForEntity(address, byte[].class);
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    Map<String, byte[]> files = new HashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(answer.getBody()))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private int readings(String caseNumber, String person, String subject) {
    return jdbc.sql("select count(*) from audit_entries where case_number = ? and actor = ? and kind = 'CLASSIFIED_READ' and subject_type = ?").params(caseNumber, person, subject)
        .query(Integer.class).single();
  }

  private List<String> numbers(String query) {
    ResponseEntity<JsonNode> answer = ask(AUDITOR, COMPLAINTS + "/cases" + query);
    assertThat(answer.getStatusCode().value()).as(query).isEqualTo(200);
    return answer.getBody().path("cases").findValuesAsText("caseNumber");
  }

  private Map<String, String[]> arrows(String process) {
    String definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId();
    return engine.getRepositoryService().getBpmnModelInstance(definition).getModelElementsByType(SequenceFlow.class).stream()
        .collect(Collectors.toMap(flow -> flow.getId(), flow -> new String[] {flow.getSource().getId(), flow.getTarget().getId()}));
  }

  private JsonNode caseOf(String person, String number) {
    ResponseEntity<JsonNode> answer = ask(person, "/api/history/cases/" + number);
    assertThat(answer.getStatusCode().value()).as("%s", answer.getBody()).isEqualTo(200);
    return answer.getBody();
  }

  private ResponseEntity<JsonNode> ask(String person, String address) {
    return http.withBasicAuth(person, password).getForEntity(address, JsonNode.class);
  }

  private static JsonNode find(JsonNode list, String name, String value) {
    return stream(list).filter(one -> one.path(name).asText().equals(value)).findFirst().orElseThrow(() -> new AssertionError("No " + name + " " + value + " in " + list));
  }

  private static Stream<JsonNode> stream(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
