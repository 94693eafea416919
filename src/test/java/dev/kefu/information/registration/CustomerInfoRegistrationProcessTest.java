package dev.kefu.information.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.FlowNodeCoverage;
import dev.kefu.KefuIT;
import dev.kefu.Persons;
import dev.kefu.information.Customers;
import dev.kefu.information.NewCustomer;
import dev.kefu.information.master.CustomerData;
import dev.kefu.information.master.CustomerRecords;
import dev.kefu.information.registration.Registration.Status;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.Spin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Registration and change of customers' records, from the report to every end, as the persons do it. */
@KefuIT
class CustomerInfoRegistrationProcessTest {

  private static final String AGENT = "call-center-agent";
  private static final String SPECIALIST = "information-specialist";
  private static final String SUPERVISOR = "information-supervisor";
  private static final String MANAGER = "customer-service-manager";
  private static final String REPORT = "userTask_report";
  private static final String ENTER = "userTask_enter";
  private static final String MERGE = "userTask_merge";
  private static final String DECIDE = "userTask_decide";

  @Autowired private ProcessEngine engine;
  @Autowired private RuntimeService runtimeService;
  @Autowired private TaskService taskService;
  @Autowired private HistoryService historyService;
  @Autowired private RegistrationRepository register;
  @Autowired private Customers customers;
  @Autowired private CustomerRecords records;
  @Autowired private JdbcClient jdbc;
  @Autowired private Clock clock;
  @Autowired private TestRestTemplate http;
  @Value("${kefu.demo.password}") private String password;

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String name = "Recorded " + unique;
  private Persons persons;
  private int phones;

  @BeforeEach
  void prepare() {
    persons = new Persons(engine);
  }

  @AfterEach
  void tidy() {
    ClockUtil.reset();
  }

  @AfterAll
  static void everyFlowNodeWasReached(@Autowired ProcessEngine engine) {
    new FlowNodeCoverage(engine).assertComplete("customer-info-registration");
  }

  @Test
  void newCustomerIsCompletedByTheReporterEnteredUnderTheNextNumberAndAnnounced() {
    String number = identified(AGENT, "new", null);
    String phone = phone();
    report(number, Map.of("customerName", name, "party", "company", "phone", phone));
    assertThat(String.valueOf(taskService.getVariable(task(number, REPORT).getId(), "recordNote"))).contains("負責人", "企業須填營業執照號");
    assertThat(register(number).isIncomplete()).isTrue();
    Map<String, Object> reported = new HashMap<>(Map.of("customerName", name, "party", "company", "phone", phone, "owner", AGENT, "taxNo", tax(1)));
    reported.put("contacts", List.of(Map.of("name", "Lin 林", "phone", "1234")));
    report(number, reported);
    assertThat(String.valueOf(taskService.getVariable(task(number, REPORT).getId(), "recordNote"))).contains("7-15").doesNotContain("負責人");
    reported.remove("contacts");
    report(number, reported);
    assertThat(groups(number, ENTER)).containsExactly(SPECIALIST);
    assertThat(customers.search(name, 5)).as("nothing is in the record yet").isEmpty();
    enter(number, full(name, phone, Map.of("taxNo", tax(1))));

    Registration registration = register(number);
    assertThat(registration.getStatus()).isEqualTo(Status.REGISTERED);
    assertThat(registration.getCustomerCode()).matches("C\\d{6}");
    assertThat(registration.isNeedsCheck()).isFalse();
    assertThat(registration.isLate()).isFalse();
    assertThat(registration.getSection()).isEqualTo("callCentre");
    assertEnded(number, "endEvent_registered");
    CustomerData record = record(registration.getCustomerCode());
    assertThat(record.contacts()).containsExactly(new CustomerData.Contact("Lin 林", "Buyer 採購", "13912345678", "1980-05-01", true));
    assertThat(record).extracting(CustomerData::capital, CustomerData::foundedOn, CustomerData::trade, CustomerData::secrecyGrade, CustomerData::staffCount)
        .containsExactly("1000.00", "2001-02-03", "manufacturing", "secret", 40);
    assertThat(jdbc.sql("select distinct operation from information_customer_changes where customer_code = ? and case_number = ? and entered_by = ?")
        .params(registration.getCustomerCode(), number, SPECIALIST).query(String.class).list()).containsExactly("new");
    assertThat(jdbc.sql("select recipient_id from notification_messages where case_number = ? and template = 'customer-registered'").param(number).query(String.class).list())
        .flatExtracting(roles -> Arrays.asList(roles.split(","))).anyMatch(to -> to.startsWith("relationship-specialist")).anyMatch(to -> to.startsWith("key-account-specialist"))
        .anyMatch(to -> to.startsWith("finance-clerk"));
    assertThat(sent(number, "new-customer")).isOne();
    assertThat(sent(number, "customer-changed")).isZero();
  }

  @Test
  void reporterReadsWhoIsMergedSideBySideAndTheNumberThatExistsTakesTheData() {
    String phone = phone();
    String known = registered(name, phone);
    String number = identified(SUPERVISOR, "new", null);
    report(number, SUPERVISOR, full(" " + name.toUpperCase(), "+86 " + phone, Map.of("address", "New Road 9 新路九號", "invoiceTitle", "Invoice 開票")));
    Task merge = task(number, MERGE);
    assertThat(groups(number, MERGE)).containsExactly(SUPERVISOR);
    assertThat(String.valueOf(taskService.getVariable(merge.getId(), "duplicates"))).contains(known, "name 名稱, phone 電話", "New Road 9 新路九號");
    assertThatThrownBy(() -> merge(SUPERVISOR, number, known, known)).hasMessageContaining("職責分離");
    assertThatThrownBy(() -> merge(SUPERVISOR + "-2", number, "C000001", known)).isInstanceOf(RuntimeException.class);
    merge(SUPERVISOR + "-2", number, known, known);
    String entry = String.valueOf(taskService.getVariable(task(number, ENTER).getId(), "entry"));
    assertThat(entry).as("the known name stays, what is new comes with it").contains(name, "Invoice 開票", "New Road 9 新路九號");
    enter(number, full(name, phone, Map.of("address", "New Road 9 新路九號", "invoiceTitle", "Invoice 開票")));
    assertThat(record(known).address()).isNull();
    String facts = facts(number);
    assertThat(facts).contains("Merger 合併", "Address 地址", "New Road 9 新路九號", "Invoice data 開票信息");
    decide(SUPERVISOR + "-2", number, "approve");

    assertThat(register(number).getStatus()).isEqualTo(Status.MERGED);
    assertThat(register(number).getCustomerCode()).isEqualTo(known);
    assertThat(register(number).getCheckedBy()).isEqualTo(SUPERVISOR + "-2");
    assertThat(record(known).address()).isEqualTo("New Road 9 新路九號");
    assertThat(customers.search(name, 5)).hasSize(1);
    assertEnded(number, "endEvent_merged");
    assertThat(sent(number, "customer-changed")).isOne();
  }

  @Test
  void mergedNumberLeadsToTheOneThatStaysAndItsOpenCasesFollow() {
    String stays = registered(name, phone());
    String goesPhone = phone();
    String goes = registered("Twice " + unique, goesPhone);
    String open = runtimeService.startProcessInstanceByKey("hospitality-dining", Map.of("starter", "relationship-specialist", "customerCode", goes, "customerName", "Twice " + unique)).getId();
    String number = identified(AGENT, "merge", stays);
    Map<String, Object> reported = full(name, record(stays).phone(), Map.of("otherCustomer", "C999999", "changeNote", "Twice in the base 重複登記"));
    assertThatThrownBy(() -> report(number, reported)).hasMessageContaining("無此客戶");
    reported.put("otherCustomer", stays);
    assertThatThrownBy(() -> report(number, reported)).hasMessageContaining("同一客戶");
    reported.put("otherCustomer", goes);
    report(number, reported);
    assertThatThrownBy(() -> merge(SUPERVISOR, number, stays, goes)).hasMessageContaining("記錄之一");
    assertThatThrownBy(() -> merge(SUPERVISOR, number, goes, goes)).hasMessageContaining("至少另一記錄");
    merge(SUPERVISOR, number, stays, stays, goes);
    assertThat(customers.find(goes).orElseThrow().code()).as("not before it is checked").isEqualTo(goes);
    enter(number, full(name, record(stays).phone(), Map.of()));
    assertThat(facts(number)).contains(goes + " → " + stays);
    decide(SUPERVISOR, number, "approve");

    assertEnded(number, "endEvent_merged");
    assertThat(customers.find(goes).orElseThrow().code()).isEqualTo(stays);
    assertThat(customers.search(goes, 5)).extracting("code").containsExactly(stays);
    assertThat(customers.search(goesPhone, 5)).extracting("code").containsExactly(stays);
    assertThat(customers.search("Twice " + unique, 5)).extracting("code").containsExactly(stays);
    assertThat(customers.register(new NewCustomer("Twice " + unique, null, "direct", "current", goesPhone, null, "north", null, "call", true)).code()).isEqualTo(stays);
    assertThat(runtimeService.getVariables(open)).containsEntry("customerCode", stays).containsEntry("customerName", name);
    assertThat(jdbc.sql("select after_value from information_customer_changes where customer_code = ? and field = 'mergedInto'").param(goes).query(String.class).single()).isEqualTo(stays);
    assertThat(register(number).getMergedCodes()).isEqualTo(goes);
  }

  @Test
  void customersThatAreKeptApartAreEnteredAndNotAskedAboutAgain() {
    String phone = phone();
    String known = registered(name, phone);
    String number = identified(AGENT, "new", null);
    report(number, full("Neighbour " + unique, phone, Map.of()));
    keep(number);
    assertThat(register(number).getMergeDecision()).isEqualTo("keep");
    enter(number, full("Neighbour " + unique, phone, Map.of()));

    assertThat(register(number).getStatus()).isEqualTo(Status.REGISTERED);
    assertThat(register(number).getCustomerCode()).isNotEqualTo(known);
    assertEnded(number, "endEvent_registered");
  }

  @Test
  void mergerAloneOfDifferentCustomersIsRejected() {
    String first = registered(name, phone());
    String second = registered("Other " + unique, phone());
    String number = identified(AGENT, "merge", first);
    report(number, full(name, record(first).phone(), Map.of("otherCustomer", second, "changeNote", "Maybe the same 疑似重複")));
    keep(number);

    assertThat(register(number).getStatus()).isEqualTo(Status.REJECTED);
    assertEnded(number, "endEvent_keptApart");
    assertThat(record(first).address()).isNull();
  }

  @Test
  void bankDataAreCheckedByASecondPersonWhoReadsBeforeAndAfter() {
    String phone = phone();
    String code = registered(name, phone);
    String number = identified(SPECIALIST, "change", code);
    assertThat(String.valueOf(taskService.getVariable(task(number, REPORT).getId(), "record"))).contains(name, phone);
    assertThat(String.valueOf(taskService.getVariable(task(number, REPORT).getId(), "autoFacts"))).contains(code, "Credit grade 信用等級", "Grade 等級");
    Map<String, Object> changed = full(name, phone, Map.of("accountNo", "6222 0000 1111", "changeNote", "The customer wrote 客戶來函"));
    report(number, SPECIALIST, changed);
    enter(number, SPECIALIST + "-2", full(name, phone, Map.of("accountNo", "6222 0000 1111")));
    assertThat(record(code).accountNo()).isNull();
    assertThat(groups(number, DECIDE)).containsExactly(SUPERVISOR);
    assertThat(facts(number)).contains("Account no. 賬號 | – | **6222 0000 1111**", "The customer wrote 客戶來函");
    decide(SUPERVISOR, number, "return");
    assertThat(String.valueOf(taskService.getVariable(task(number, ENTER).getId(), "returnNote"))).contains("Ask again 請核實");
    enter(number, SPECIALIST, full(name, phone, Map.of("accountNo", "6222 0000 2222")));
    decide(SUPERVISOR, number, "approve");

    assertThat(record(code).accountNo()).isEqualTo("6222 0000 2222");
    assertThat(register(number)).satisfies(registration -> {
      assertThat(registration.getStatus()).isEqualTo(Status.REGISTERED);
      assertThat(registration.getCheckedBy()).isEqualTo(SUPERVISOR);
      assertThat(registration.getEnteredBy()).isEqualTo(SPECIALIST);
    });
    assertThat(jdbc.sql("select concat(coalesce(before_value, '-'), '>', after_value, ' ', reason, ' ', entered_by, ' ', checked_by) from information_customer_changes"
        + " where customer_code = ? and field = 'accountNo'").param(code).query(String.class).list())
        .containsExactly("->6222 0000 2222 The customer wrote 客戶來函 " + SPECIALIST + " " + SUPERVISOR);
    assertEnded(number, "endEvent_changed");
    String next = identified(AGENT, "change", code);
    report(next, full("New name " + unique, phone, Map.of("accountNo", "6222 0000 2222", "changeNote", "Renamed 更名")));
    enter(next, full("New name " + unique, phone, Map.of("accountNo", "6222 0000 2222")));
    assertThat(facts(next)).as("earlier changes").contains("最近變更", "6222 0000 2222");
  }

  @Test
  void nobodyChecksWhatHeReportedOrEntered() {
    String phone = phone();
    String code = registered(name, phone);
    String number = identified(SUPERVISOR, "change", code);
    report(number, SUPERVISOR, full("Renamed " + unique, phone, Map.of("changeNote", "Renamed 更名")));
    enter(number, full("Renamed " + unique, phone, Map.of()));
    assertThatThrownBy(() -> decide(SUPERVISOR, number, "approve")).hasMessageContaining("職責分離");
    decide(SUPERVISOR + "-2", number, "reject");

    assertThat(register(number).getStatus()).isEqualTo(Status.REJECTED);
    assertThat(record(code).customerName()).isEqualTo(name);
    assertThat(jdbc.sql("select count(*) from information_customer_changes where customer_code = ?").param(code).query(Integer.class).single()).isZero();
    assertEnded(number, "endEvent_rejected");
  }

  @Test
  void changedNameShowsInOpenCasesOfTheCustomer() {
    String phone = phone();
    String code = registered(name, phone);
    String open = runtimeService.startProcessInstanceByKey("hospitality-dining", Map.of("starter", "relationship-specialist", "customerCode", code, "customerName", name)).getId();
    String number = identified(AGENT, "change", code);
    report(number, full("Renamed " + unique, phone, Map.of("changeNote", "Renamed 更名")));
    enter(number, full("Renamed " + unique, phone, Map.of()));
    assertThat(runtimeService.getVariable(open, "customerName")).isEqualTo(name);
    decide(SUPERVISOR, number, "approve");

    assertThat(runtimeService.getVariable(open, "customerName")).isEqualTo("Renamed " + unique);
    assertThat(taskService.getProcessInstanceComments(open)).extracting("fullMessage").anyMatch(text -> String.valueOf(text).contains("客戶資料變更"));
    assertThat(customers.search("Renamed " + unique, 5)).extracting("code").containsExactly(code);
  }

  @Test
  void plainChangeTakesEffectWithTheEntryAndWhatIsEqualIsRefused() {
    String phone = phone();
    String code = registered(name, phone);
    change(code, Map.of("address", "First Road 1 一號"), phone);
    assertThat(record(code).address()).isEqualTo("First Road 1 一號");
    assertThat(records.find(code).orElseThrow().recordVersion()).isEqualTo(2);
    String number = identified(AGENT, "change", code);
    report(number, full(name, phone, Map.of("address", "First Road 1 一號", "changeNote", "Nothing 無變更")));
    assertThatThrownBy(() -> enter(number, full(name, phone, Map.of("address", "First Road 1 一號")))).hasMessageContaining("與現有記錄無異");
  }

  @Test
  void whatSomebodyElseChangedMeanwhileGoesBackToTheEntry() {
    String phone = phone();
    String code = registered(name, phone);
    change(code, Map.of("address", "First Road 1 一號", "bank", "Bank A 甲銀行"), phone);
    String number = identified(AGENT, "change", code);
    Map<String, Object> wanted = Map.of("address", "Second Road 2 二號", "bank", "Bank B 乙銀行");
    Map<String, Object> reported = full(name, phone, wanted);
    reported.put("changeNote", "Moved 搬遷");
    report(number, reported);
    enter(number, full(name, phone, wanted));
    change(code, Map.of("address", "Third Road 3 三號", "bank", "Bank A 甲銀行"), phone);
    decide(SUPERVISOR, number, "approve");
    assertThat(String.valueOf(taskService.getVariable(task(number, ENTER).getId(), "returnNote"))).contains("已被他人變更", "Third Road 3 三號");
    assertThat(record(code).bank()).isEqualTo("Bank A 甲銀行");
    enter(number, full(name, phone, wanted));
    decide(SUPERVISOR, number, "approve");

    assertThat(record(code).address()).isEqualTo("Second Road 2 二號");
    assertThat(record(code).bank()).isEqualTo("Bank B 乙銀行");
    assertThat(jdbc.sql("select before_value from information_customer_changes where case_number = ? and field = 'address'").param(number).query(String.class).single())
        .isEqualTo("Third Road 3 三號");
  }

  @Test
  void deactivatedCustomerStaysFindableAndIsInUseAgainWithTheNextChange() {
    String phone = phone();
    String code = registered(name, phone);
    String number = identified(AGENT, "deactivate", code);
    report(number, full(name, phone, Map.of("changeNote", "Closed down 停業")));
    enter(number, full(name, phone, Map.of("state", "former")));
    decide(SUPERVISOR, number, "approve");
    assertThat(records.find(code).orElseThrow().active()).isFalse();
    assertThat(customers.find(code)).isPresent();
    assertThat(sent(number, "customer-changed")).isOne();

    change(code, Map.of("state", "current"), phone);
    assertThat(records.find(code).orElseThrow().active()).isTrue();
  }

  @Test
  void procedureProposesAndTheSpecialOneIsTold() {
    String phone = phone();
    String number = runtimeService.startProcessInstanceByKey("customer-info-registration", Map.of("starter", AGENT, "registrationProposal",
        Spin.JSON(Map.of("customerName", name, "phone", phone, "trade", "lawyer", "kind", "direct")))).getBusinessKey();
    assertThat(task(number, REPORT).getAssignee()).isEqualTo(AGENT);
    assertThat(String.valueOf(taskService.getVariable(task(number, REPORT).getId(), "record"))).contains(name, phone, "lawyer");
    report(number, full(name, phone, Map.of("trade", "lawyer", "kind", "direct", "party", "person")));
    assertThat(String.valueOf(taskService.getVariable(task(number, ENTER).getId(), "entry"))).contains("\"kind\":\"special\"");

    String code = registered("Proposed " + unique, phone());
    String change = runtimeService.startProcessInstanceByKey("customer-info-registration", Map.of("customerCode", code, "registrationProposal", Spin.JSON(Map.of("address", "Proposed Road 5 五號"))))
        .getBusinessKey();
    assertThat(task(change, REPORT).getAssignee()).isNull();
    assertThat(groups(change, REPORT)).containsExactly(SPECIALIST);
    assertThat(String.valueOf(taskService.getVariable(task(change, REPORT).getId(), "record"))).contains("Proposed " + unique, "Proposed Road 5 五號");
  }

  @ParameterizedTest
  @ValueSource(strings = {AGENT, SUPERVISOR})
  void reportIsWithdrawnUntilItIsInTheRecord(String who) {
    String phone = phone();
    String number = identified(AGENT, "new", null);
    report(number, full(name, phone, Map.of()));
    assertThat(withdraw(who, number)).isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(register(number).getStatus()).isEqualTo(Status.WITHDRAWN);
    assertEnded(number, "endEvent_withdrawn");
    assertThat(customers.search(name, 5)).isEmpty();
    String early = persons.start(AGENT, "customer-info-registration").getBusinessKey();
    assertThat(withdraw(who, early)).isEqualTo(HttpStatus.NO_CONTENT);
  }

  @Test
  void handedInFormsAreNotCorrectedAndFutureContactsAreRefused() {
    String number = persons.start(AGENT, "customer-info-registration").getBusinessKey();
    assertThatThrownBy(() -> identify(number, AGENT, "new", null, LocalDate.now(clock).plusDays(1))).hasMessageContaining("不得晚於今日");
    identify(number, AGENT, "new", null, LocalDate.now(clock));
    report(number, full(name, phone(), Map.of()));
    assertThat(http.withBasicAuth(AGENT, password).postForEntity("/api/cases/" + number + "/corrections",
        Map.of("root", "record", "reason", "Typed wrong 打錯", "data", full(name, phone(), Map.of())), String.class).getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
  }

  @Test
  void reportIsDueAWorkingDayAfterTheContactAndCountedWhenItIsLate() {
    Instant monday = Instant.parse("2031-09-15T02:00:00Z");
    ClockUtil.setCurrentTime(Date.from(monday));
    String number = persons.start(AGENT, "customer-info-registration").getBusinessKey();
    identify(number, AGENT, "new", null, LocalDate.of(2031, 9, 12));
    assertThat(task(number, REPORT).getDueDate().toInstant().atZone(clock.getZone()).toLocalDate()).isEqualTo("2031-09-15");
    ClockUtil.setCurrentTime(Date.from(monday.plus(3, ChronoUnit.DAYS)));
    report(number, full(name, phone(), Map.of()));
    assertThat(register(number).isLate()).isTrue();
    JsonNode report = http.withBasicAuth(SUPERVISOR, password).getForObject("/api/reports/registration-report?period=2031-09&grouping=section", JsonNode.class);
    JsonNode line = StreamSupport.stream(report.path("lines").spliterator(), false).filter(one -> one.path("label").asText().startsWith("Call centre")).findFirst().orElseThrow();
    assertThat(line.path("values").path("late").asInt()).isPositive();
    assertThat(withdraw(AGENT, number)).isEqualTo(HttpStatus.NO_CONTENT);
  }

  @Test
  void registrationPrintsOnTheHandbooksForm() {
    String number = identified(AGENT, "new", null);
    String phone = phone();
    report(number, full(name, phone, Map.of()));
    enter(number, full(name, phone, Map.of()));
    byte[] paper = http.withBasicAuth(MANAGER, password).getForEntity("/api/cases/{number}/documents/customer-registration-form.pdf", byte[].class, number).getBody();
    assertThat(new String(paper, 0, 5, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
  }

  private String identified(String person, String operation, String code) {
    String number = persons.start(person, "customer-info-registration").getBusinessKey();
    identify(number, person, operation, code, LocalDate.now(clock));
    return number;
  }

  private void identify(String number, String person, String operation, String code, LocalDate contact) {
    Map<String, Object> request = new HashMap<>(Map.of("operation", operation, "contactedOn", contact.toString()));
    if (code != null) {
      request.put("customer", code);
    }
    persons.submit(person, number, "userTask_identify", "request", request);
  }

  private void report(String number, Map<String, ?> data) {
    report(number, AGENT, data);
  }

  private void report(String number, String person, Map<String, ?> data) {
    persons.submit(person, number, REPORT, "record", data);
  }

  private void merge(String person, String number, String survivor, String... same) {
    persons.submit(person, number, MERGE, "merging", Map.of("mergeDecision", "merge", "same", List.of(same), "survivor", survivor, "mergeReason", "Same licence 同一執照"));
  }

  private void keep(String number) {
    persons.submit(SUPERVISOR, number, MERGE, "merging", Map.of("mergeDecision", "keep", "mergeReason", "They share an office 合用辦公室"));
  }

  private void enter(String number, Map<String, ?> data) {
    enter(number, SPECIALIST, data);
  }

  private void enter(String number, String person, Map<String, ?> data) {
    persons.submit(person, number, ENTER, "entry", data);
  }

  private void decide(String person, String number, String decision) {
    persons.submit(person, number, DECIDE, "approval", "approve".equals(decision) ? Map.of("decision", decision) : Map.of("decision", decision, "reason", "Ask again 請核實"));
  }

  /** A change that nobody has to check, unless the bank is new. */
  private void change(String code, Map<String, Object> what, String phone) {
    String number = identified(AGENT, "change", code);
    Map<String, Object> reported = full(name, phone, what);
    reported.put("changeNote", "Heard by phone 來電告知");
    report(number, reported);
    enter(number, full(name, phone, what));
    if (taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(DECIDE).count() > 0) {
      decide(SUPERVISOR, number, "approve");
    }
    assertThat(register(number).getStatus()).isEqualTo(Status.REGISTERED);
  }

  private Map<String, Object> full(String customerName, String phone, Map<String, Object> more) {
    Map<String, Object> data = new HashMap<>(Map.of("customerName", customerName, "party", "company", "kind", "direct", "state", "current", "owner", AGENT, "section", "callCentre",
        "source", "call", "secrecyGrade", "secret"));
    data.putAll(Map.of("trade", "manufacturing", "region", "north", "phone", phone, "consentContact", true, "address", "Main Street 1 大街一號",
        "contacts", List.of(Map.of("name", "Lin 林", "position", "Buyer 採購", "phone", "13912345678", "birthday", "1980-05-01", "decides", true))));
    data.putAll(Map.of("legalRep", "Wang 王", "foundedOn", "2001-02-03", "capital", "1000.00", "staffCount", 40, "businessScope", "Machines 機械", "taxNo", tax(2)));
    data.putAll(more);
    if ("person".equals(data.get("party"))) {
      List.of("legalRep", "foundedOn", "capital", "staffCount", "businessScope", "taxNo").forEach(data::remove);
    }
    return data;
  }

  private String registered(String customerName, String phone) {
    return customers.register(new NewCustomer(customerName, null, "direct", "current", phone, null, "north", null, "call", true)).code();
  }

  /** A phone number of this test's own. */
  private String phone() {
    return "13%09d".formatted((Long.parseLong(unique, 16) * 31 + phones++) % 1_000_000_000L);
  }

  private String tax(int which) {
    return "TAX" + which + "000000" + unique.toUpperCase();
  }

  private CustomerData record(String code) {
    return records.find(code).orElseThrow().data();
  }

  private Registration register(String number) {
    List<Registration> found = register.findByCaseNumberOrderById(number);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private String facts(String number) {
    return String.valueOf(taskService.getVariable(task(number, DECIDE).getId(), "facts"));
  }

  private int sent(String number, String message) {
    return jdbc.sql("select count(*) from audit_entries where case_number = ? and action in ('send', 'sendToNobody') and subject_id = ?").params(number, message).query(Integer.class).single();
  }

  private Task task(String number, String step) {
    Task task = taskService.createTaskQuery().processInstanceBusinessKey(number).taskDefinitionKey(step).singleResult();
    assertThat(task).as("open task %s of %s", step, number).isNotNull();
    return task;
  }

  private List<String> groups(String number, String step) {
    return taskService.getIdentityLinksForTask(task(number, step).getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).toList();
  }

  private void assertEnded(String number, String end) {
    String instance = register(number).getProcessInstanceId();
    assertThat(historyService.createHistoricProcessInstanceQuery().processInstanceId(instance).finished().count()).isOne();
    assertThat(historyService.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(end).count()).isOne();
  }

  private HttpStatusCode withdraw(String user, String number) {
    return http.withBasicAuth(user, password).postForEntity("/api/cases/" + number + "/events/withdraw", Map.of("reason", "Not needed 不需要"), String.class).getStatusCode();
  }
}
