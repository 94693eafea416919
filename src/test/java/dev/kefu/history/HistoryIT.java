package dev.kefu.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kefu.KefuIT;
import dev.kefu.WebappSession;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import dev.kefu.document.PaperTrial;
import dev.kefu.document.casefiles.CaseFileTrial;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
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
  @Autowired private AuditTrail trail;
  @Autowired private BeanFactory beans;
  @LocalServerPort private int port;
  @Value("${kefu.demo.password}") private String password;
  private PaperTrial trial;

  @BeforeEach
  void prepare() {
    trial = new PaperTrial(engine, clock);
    if (complaint == null) {
      complaint = trial.endedComplaint();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rights")
  void everyRoleReadsWhatTheTableSays(String request, Map<String, Integer> expected) {
    JsonNode parts = caseOf(AUDITOR, complaint).path("parts");
    String address = "/api/history/" + request.replace("{case}", complaint).replace("{own}", find(parts, "processKey", "complaint-handling").path("id").asText())
        .replace("{callback}", find(parts, "processKey", "customer-callback").path("id").asText());
    Map<String, Integer> answers = new LinkedHashMap<>();
    expected.keySet().forEach(person -> answers.put(person, (person.equals("anonymous") ? http : http.withBasicAuth(person, password))
        .getForEntity(URI.create(address.replace("/history/../", "/")), byte[].class).getStatusCode().value()));
    assertThat(answers).isEqualTo(expected);
  }

  static Stream<Arguments> rights() throws IOException {
    try (InputStream table = HistoryIT.class.getResourceAsStream("/history-rights.csv")) {
      List<String[]> rows = new String(table.readAllBytes(), StandardCharsets.UTF_8).lines().filter(line -> !line.startsWith("#")).map(line -> line.split(",")).toList();
      return rows.stream().skip(1).map(row -> {
        Map<String, Integer> expected = new LinkedHashMap<>();
        IntStream.range(1, row.length).forEach(column -> expected.put(rows.get(0)[column], Integer.valueOf(row[column])));
        return Arguments.of(row[0], expected);
      });
    }
  }

  @Test
  void theWebApplicationsAskForTheSameRights() {
    WebappSession browser = new WebappSession(port);
    assertThat(browser.login("complaint-supervisor", password).statusCode()).isEqualTo(200);
    for (String address : List.of("verification", "verifications", "rights?day=2026-11-30")) {
      assertThat(browser.get("/camunda/api/kefu/audit/" + address).statusCode()).as(address).isEqualTo(403);
    }
    assertThat(browser.get("/camunda/api/kefu/history/cases/" + complaint).statusCode()).isEqualTo(200);
    assertThat(new WebappSession(port).get("/camunda/api/kefu/history/cases/" + complaint).statusCode()).isEqualTo(401);
  }

  @Test
  void whatTheAuditTrailKnowsOfACaseIsShown() {
    String number = trial.receivedComplaint();
    String task = engine.getTaskService().createTaskQuery().processInstanceBusinessKey(number).singleResult().getId();
    trail.write(new AuditRecord(AuditRecord.Kind.REFUSAL, PaperTrial.SPECIALIST, "claim", "task", task, number, Map.of("reason", "four eyes")));
    assertThat(http.withBasicAuth(AUDITOR, password).getForEntity("/api/history/cases/" + number + "/history.pdf", byte[].class).getStatusCode().value()).isEqualTo(200);

    JsonNode told = ask(AUDITOR, "/api/history/cases/" + number + "/entries").getBody();

    JsonNode refusal = find(told.path("entries"), "kind", "REFUSAL");
    assertThat(refusal.path("actor").asText()).isEqualTo(PaperTrial.SPECIALIST);
    assertThat(told.path("people").path(PaperTrial.SPECIALIST).asText()).contains("專員");
    assertThat(told.path("steps").path(task).asText()).contains("Register complaint");
    assertThat(find(told.path("entries"), "kind", "EXPORT").path("actor").asText()).isEqualTo(AUDITOR);
    assertThat(told.path("more").asBoolean()).isFalse();
  }

  @Test
  void aCaseThatTheEngineHasForgottenIsToldByItsFile() throws IOException {
    String number = trial.endedComplaint();
    CaseFileTrial.freeze(beans, number);
    JsonNode before = caseOf(AUDITOR, number);
    String own = find(before.path("parts"), "processKey", "complaint-handling").path("id").asText();
    String address = "/api/history/cases/" + number;
    List<String> taken = flows(address + "/parts/" + own + "/path");
    engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(number).list().forEach(one -> engine.getHistoryService().deleteHistoricProcessInstance(one.getId()));

    JsonNode after = caseOf(AUDITOR, number);

    assertThat(before.has("filedAt")).isFalse();
    assertThat(after.path("filedAt").asText()).isNotBlank();
    for (String same : List.of("forms", "decisions", "notices", "related", "outcome", "customer", "starter", "state")) {
      assertThat(after.path(same)).as(same).isEqualTo(before.path(same));
    }
    assertThat(after.path("parts").findValuesAsText("processKey")).isEqualTo(before.path("parts").findValuesAsText("processKey"));
    assertThat(find(after.path("trail"), "activity", "userTask_investigate").path("by").asText()).isEqualTo(PaperTrial.SPECIALIST);
    assertThat(flows(address + "/parts/" + own + "/path")).containsExactlyInAnyOrderElementsOf(taken);
    assertThat(ask(AUDITOR, address + "/operations").getBody().path("operations").findValuesAsText("what")).contains("Claim");
    assertThat(printed(AUDITOR, number)).contains("Blue Lake Foods");
    JsonNode callback = caseOf("relationship-supervisor", number);
    assertThat(callback.path("forms").findValuesAsText("formId")).contains("customer-callback-do").doesNotContain("complaint-handling-receive");
    assertThat(callback.path("comments")).isEmpty();
    assertThat(ask("legal-counsel", address).getStatusCode().value()).isEqualTo(404);
  }

  private List<String> flows(String address) {
    return ask(AUDITOR, address).getBody().path("flows").findValuesAsText("flow");
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
    int before = jdbc.sql("select count(*) from audit_entries where case_number = ? and actor = ? and subject_type = 'caseHistory'").params(complaint, AUDITOR).query(Integer.class).single();
    String whole = printed(AUDITOR, complaint);
    assertThat(whole).contains("Case 案件 " + complaint, "Blue Lake Foods", "Rough handling", "Printed by");
    assertThat(printed("relationship-supervisor", complaint)).contains("Daily").doesNotContain("Rough handling");
    assertThat(jdbc.sql("select count(*) from audit_entries where case_number = ? and actor = ? and subject_type = 'caseHistory'").params(complaint, AUDITOR).query(Integer.class).single()).isEqualTo(before + 1);
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
    assertThat(taken).contains("flow_duplicatesToRegisteredToGrade", "flow_gradeToClassify").doesNotContain("flow_personalData");
    Set<String> reached = taken.stream().map(flow -> arrows.get(flow)[1]).collect(Collectors.toSet());
    assertThat(places.stream().filter(place -> arrows.values().stream().anyMatch(arrow -> arrow[1].equals(place)))).as("whatever has an arrow into it was reached along one").allMatch(reached::contains);
    assertThat(taken.stream().map(flow -> arrows.get(flow)[0]).filter(source -> !source.startsWith("event_"))).allMatch(places::contains);
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
    assertThat(register.has("averageSeconds")).isTrue();
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
    CaseFileTrial.freeze(beans, complaint);
    String seed = seedThatChooses(complaint);
    Map<String, byte[]> chance = evidence(AUDITOR, question + "&seed=" + seed);
    JsonNode manifest = json.readTree(chance.get("manifest.json"));

    assertThat(manifest.path("population").asInt()).isPositive();
    assertThat(manifest.path("sample").path("seed").asText()).isEqualTo(seed);
    assertThat(manifest.path("files")).isNotEmpty().allSatisfy(file -> assertThat(sha256(chance.get(file.path("name").asText()))).isEqualTo(file.path("sha256").asText()));
    assertThat(manifest.path("cases")).hasSize(1).first().matches(chosen -> chosen.asText().equals(complaint));
    for (String file : List.of("case.json", "operations.json", "case.pdf", "case-file.json", "case-file.pdf")) {
      assertThat(chance.get(complaint + "/" + file)).as(file).isNotEmpty();
    }
    assertThat(jdbc.sql("select json_sha256 from document_case_files where case_number = ?").param(complaint).query(String.class).single()).isEqualTo(sha256(chance.get(complaint + "/case-file.json")));
    assertThat(json.readTree(evidence(AUDITOR, question + "&seed=" + seed).get("manifest.json")).path("cases")).isEqualTo(manifest.path("cases"));
    for (String rule : List.of("longest", "late")) {
      assertThat(evidence(AUDITOR, question + "&rule=" + rule)).containsKey("manifest.json");
    }
    assertThat(jdbc.sql("select count(*) from audit_entries where actor = ? and action = 'exportEvidence'").param(AUDITOR).query(Integer.class).single()).isGreaterThanOrEqualTo(4);
    assertThat(http.withBasicAuth("relationship-supervisor", password).getForEntity(question, byte[].class).getStatusCode().value()).isEqualTo(403);
    assertThat(http.withBasicAuth(AUDITOR, password).getForEntity("/api/history/evidence.zip?process=complaint-handling", byte[].class).getStatusCode().value()).isEqualTo(400);
  }

  /** Follows the rule by hand: the number whose hash with the seed comes first. */
  private String seedThatChooses(String wanted) {
    List<String> numbers = jdbc.sql("select distinct BUSINESS_KEY_ from ACT_HI_PROCINST where PROC_DEF_KEY_ = 'complaint-handling' and BUSINESS_KEY_ is not null").query(String.class).list();
    return Stream.iterate(1, n -> n + 1).map(String::valueOf)
        .filter(seed -> numbers.stream().min(Comparator.comparing(number -> sha256((seed + " " + number).getBytes(StandardCharsets.UTF_8)))).orElseThrow().equals(wanted)).findFirst().orElseThrow();
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
