package dev.kefu.calendar.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.kefu.KefuIT;
import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.RequestEntity;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Exceptions and imported years change what is counted at once, on this node and on others. */
@KefuIT
class CalendarChangesIT {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String MANAGER = "customer-service-manager";

  @Autowired
  private TestRestTemplate http;
  @Autowired
  private WorkingCalendar calendar;
  @Autowired
  private CalendarTables tables;
  @Autowired
  private CalendarKeeper keeper;
  @Autowired
  private ShippedHolidays shipped;
  @Autowired
  private CalendarProperties settings;
  @Autowired
  private TransactionTemplate transaction;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private Clock clock;
  @Value("${kefu.demo.password}")
  private String password;

  @AfterEach
  void backToWhatIsShipped() {
    transaction.executeWithoutResult(status -> {
      tables.change();
      jdbc.sql("delete from calendar_exceptions").update();
      jdbc.sql("delete from calendar_days").update();
      jdbc.sql("delete from calendar_years").update();
    });
  }

  @Test
  void aDayOffOfTheEnterpriseMovesDueDates() {
    assertThat(due("2026-03-05T10:00")).isEqualTo(at("2026-03-06T10:00"));
    ResponseEntity<JsonNode> answer = put(MANAGER, "2026-03-06", false, null, "Founding day 司慶");
    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getBody().path("changedBy").asText()).isEqualTo(MANAGER);
    assertThat(due("2026-03-05T10:00")).isEqualTo(at("2026-03-09T10:00"));
    assertThat(send(MANAGER, RequestEntity.delete(URI.create("/api/calendar/exceptions/2026-03-06")).build()).getStatusCode().value()).isEqualTo(204);
    assertThat(due("2026-03-05T10:00")).isEqualTo(at("2026-03-06T10:00"));
  }

  @Test
  void aHolidayThatTheEnterpriseWorksHasItsOwnHours() {
    put("admin", "2026-05-02", true, "10:00-12:00, 14:00-16:00", "Sale");
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 5, 2))).isTrue();
    assertThat(due("2026-04-30T15:30")).isEqualTo(at("2026-05-02T14:45"));
    JsonNode shown = send("survey-specialist", RequestEntity.get(URI.create("/api/calendar/exceptions/2026-05-02")).build()).getBody();
    assertThat(shown.path("hours").asText()).isEqualTo("10:00-12:00 14:00-16:00");
    assertThat(shown.path("reason").asText()).isEqualTo("Sale");
  }

  @Test
  void anotherNodeSeesTheChangeAndARolledBackOneLeavesNoTrace() {
    WorkingCalendar otherNode = new KeptCalendar(tables, shipped, settings, clock);
    assertThat(otherNode.isWorkingDay(LocalDate.of(2026, 3, 6))).isTrue();
    transaction.executeWithoutResult(status -> {
      keeper.putException(LocalDate.of(2026, 3, 6), false, null, "never", "admin");
      assertThat(calendar.isWorkingDay(LocalDate.of(2026, 3, 6))).as("inside the transaction").isFalse();
      status.setRollbackOnly();
    });
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 3, 6))).isTrue();
    put(MANAGER, "2026-03-06", false, null, "closed");
    assertThat(otherNode.isWorkingDay(LocalDate.of(2026, 3, 6))).isFalse();
  }

  @Test
  void anImportedYearIsCountedAndNoLongerMissing() {
    JsonNode before = year(2027);
    assertThat(before.path("notice").asText()).isEqualTo("none");
    assertThat(before.path("warning").asText()).contains("The holidays of 2027 are not known").contains("2027年節假日數據尚未導入");
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 4))).isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).isFalse();

    ResponseEntity<JsonNode> answer = importYear(MANAGER, 2027, HolidayFileTest.ics(
      "SUMMARY:New Year 元旦\nDTSTART;VALUE=DATE:20270101\nDTEND;VALUE=DATE:20270105\nCATEGORIES:HOLIDAY",
      "SUMMARY:Work 上班\nDTSTART;VALUE=DATE:20270109\nCATEGORIES:WORKDAY"));

    assertThat(answer.getStatusCode().value()).isEqualTo(200);
    assertThat(answer.getBody().path("notice").asText()).isEqualTo("imported");
    assertThat(answer.getBody().has("warning")).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 4))).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 1, 9))).isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2027, 10, 1))).as("the notice alone says what is free").isTrue();
    assertThat(audited("importHolidays", "2027")).isEqualTo(1);
  }

  @Test
  void anImportReplacesTheShippedYearAndTheOneBefore() {
    importYear("admin", 2026, HolidayFileTest.ics("SUMMARY:First\nDTSTART;VALUE=DATE:20260302\nCATEGORIES:HOLIDAY"));
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 3, 2))).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 16))).as("Spring Festival is not in the imported text").isTrue();
    importYear("admin", 2026, HolidayFileTest.ics("SUMMARY:Second\nDTSTART;VALUE=DATE:20260303\nCATEGORIES:HOLIDAY"));
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 3, 2))).isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.of(2026, 3, 3))).isFalse();
  }

  @Test
  void aFaultyImportNamesTheEventAndChangesNothing() {
    String stamp = tables.stamp();
    ResponseEntity<JsonNode> answer = importYear("admin", 2026, HolidayFileTest.ics("SUMMARY:Feast\nDTSTART;VALUE=DATE:20270302\nCATEGORIES:HOLIDAY"));
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody().path("detail").asText()).contains("Event 1 (Feast): 2027-03-02 is not in 2026.");
    assertThat(importYear("admin", 2026, "x".repeat(300_000)).getBody().path("detail").asText()).contains("larger than 256 KB");
    assertThat(importYear("admin", 1, HolidayFileTest.ics()).getBody().path("detail").asText()).contains("year: must lie between");
    assertThat(tables.stamp()).isEqualTo(stamp);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "2026-03-06 | {\"reason\":\"x\"} | working:",
    "2026-03-06 | {\"working\":true} | reason:",
    "2026-03-06 | {\"working\":true,\"reason\":\"x\",\"hours\":\"9-12\"} | hours: \"9-12\" are no working hours",
    "2026-03-06 | {\"working\":false,\"reason\":\"x\",\"hours\":\"09:00-12:00\"} | hours: a free day has none",
    "1026-03-06 | {\"working\":false,\"reason\":\"x\"} | date:",
    "tomorrow | {\"working\":false,\"reason\":\"x\"} | date",
  })
  void aFaultyExceptionNamesItsField(String date, String body, String message) {
    ResponseEntity<JsonNode> answer = send("admin", RequestEntity.put(URI.create("/api/calendar/exceptions/" + date)).contentType(MediaType.APPLICATION_JSON).body(body));
    assertThat(answer.getStatusCode().value()).isEqualTo(400);
    assertThat(answer.getBody().path("detail").asText()).contains(message);
  }

  @Test
  void everyChangeIsAudited() {
    put(MANAGER, "2026-03-06", false, null, "secret reason");
    send(MANAGER, RequestEntity.delete(URI.create("/api/calendar/exceptions/2026-03-06")).build());
    assertThat(audited("setCalendarException", "2026-03-06")).isPositive();
    assertThat(audited("deleteCalendarException", "2026-03-06")).isPositive();
    assertThat(send(MANAGER, RequestEntity.delete(URI.create("/api/calendar/exceptions/2026-03-06")).build()).getStatusCode().value()).isEqualTo(404);
  }

  @Test
  void administratorsSeeInTheHealthDetailsWhichYearsAreKnown() {
    JsonNode details = send("admin", RequestEntity.get(URI.create("/actuator/health")).build()).getBody();
    assertThat(details.path("components").path("workingCalendar").path("details").path("yearsWithHolidays").toString()).contains("2025", "2026");
    assertThat(send("survey-specialist", RequestEntity.get(URI.create("/actuator/health")).build()).getBody().has("components")).isFalse();
  }

  @Test
  void settingsThatCannotBeReadNameTheirLine() {
    Map<DayOfWeek, String> hours = new HashMap<>(settings.hours());
    hours.put(DayOfWeek.MONDAY, "nine to five");
    assertThatThrownBy(() -> new CalendarProperties(hours, settings.makeUpDay()).week()).hasMessageContaining("kefu.calendar.hours.monday: \"nine\" are no working hours");
  }

  private Instant due(String from) {
    return calendar.due(at(from), TimeSpan.parse("1wd"));
  }

  private JsonNode year(int year) {
    return send("survey-specialist", RequestEntity.get(URI.create("/api/calendar?year=" + year)).build()).getBody();
  }

  private ResponseEntity<JsonNode> importYear(String user, int year, String text) {
    return send(user, RequestEntity.post(URI.create("/api/calendar/years/" + year)).contentType(new MediaType("text", "calendar")).body(text.getBytes(StandardCharsets.UTF_8)));
  }

  private ResponseEntity<JsonNode> put(String user, String date, boolean working, String hours, String reason) {
    Map<String, Object> body = new HashMap<>(Map.of("working", working, "reason", reason));
    body.put("hours", hours);
    return send(user, RequestEntity.method(HttpMethod.PUT, URI.create("/api/calendar/exceptions/" + date)).contentType(MediaType.APPLICATION_JSON).body(body));
  }

  private ResponseEntity<JsonNode> send(String user, RequestEntity<?> request) {
    return http.withBasicAuth(user, password).exchange(request, JsonNode.class);
  }

  private long audited(String action, String subject) {
    return jdbc.sql("select count(*) from audit_entries where action = ? and subject_id = ?").params(action, subject).query(Long.class).single();
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
