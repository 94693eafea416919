package dev.kefu.history.lists;

import static java.util.stream.Collectors.groupingBy;

import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseVariables;
import dev.kefu.history.lists.CaseList.CaseLine;
import dev.kefu.history.lists.CaseList.OpenStep;
import dev.kefu.history.models.Pictures;
import dev.kefu.history.rights.HistoryRights;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** Finds cases of a process, a page at a time. */
@Service
@RequiredArgsConstructor
class CaseLists {

  static final int PAGE = 25;
  private static final int MOST_COUNTED = PAGE * (CaseSearch.LAST_PAGE + 1);

  private final JdbcClient jdbc;
  private final HistoryRights rights;
  private final Pictures pictures;
  private final CaseAccess access;
  private final Clock clock;

  /** A row of the engine's history. */
  private record Row(String id, String caseNumber, String definitionId, Instant startedAt, Instant endedAt, String end, String state, String caller, Integer version, String versionTag) {
  }

  /** An open task. */
  private record Task(String instanceId, OpenStep step) {
  }

  /** A plain variable. */
  private record Fact(String instanceId, String name, String value) {
  }

  /**
   * The page that the search names.
   *
   * @throws ResponseStatusException 403 for whoever may not read the cases of this process, or asks for a customer and may not read facts
   */
  @Transactional(readOnly = true)
  public CaseList find(String processKey, CaseSearch search) {
    rights.requireReadable(processKey);
    boolean withFacts = rights.mayReadFacts(processKey);
    if (search.customer() != null && !withFacts) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN, "You may not search this process by customer. 您無權按客戶查找此流程。");
    }
    Instant now = clock.instant();
    CaseSql sql = new CaseSql(processKey, search, now, clock.getZone());
    List<Row> rows = jdbc.sql(sql.page(PAGE)).params(sql.parameters()).query((row, index) -> row(row)).list();
    int counted = jdbc.sql(sql.count(MOST_COUNTED)).params(sql.parameters()).query(Integer.class).single();
    List<String> ids = rows.stream().map(Row::id).toList();
    Map<String, List<Task>> tasks = ids.isEmpty() ? Map.of() : openTasks(ids, now);
    Map<String, Map<String, String>> facts = ids.isEmpty() || !withFacts ? Map.of() : facts(ids);
    List<CaseLine> lines = rows.stream().map(row -> line(row, facts.getOrDefault(row.id(), Map.of()), tasks.getOrDefault(row.id(), List.of()))).toList();
    return new CaseList(lines, search.page(), PAGE, Math.min(counted, MOST_COUNTED), counted > MOST_COUNTED, people(lines));
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(row.getString(1), row.getString(2), row.getString(3), at(row.getTimestamp(4)), at(row.getTimestamp(5)), row.getString(6), row.getString(7), row.getString(8),
        row.getObject(9, Integer.class), row.getString(10));
  }

  private Map<String, List<Task>> openTasks(List<String> instanceIds, Instant now) {
    return jdbc.sql("select t.PROC_INST_ID_, t.TASK_DEF_KEY_, t.NAME_, t.ASSIGNEE_, t.DUE_DATE_ from ACT_RU_TASK t where t.PROC_INST_ID_ in (:ids) order by t.CREATE_TIME_, t.ID_")
        .param("ids", instanceIds).query((row, index) -> {
          Instant due = at(row.getTimestamp(5));
          return new Task(row.getString(1), new OpenStep(row.getString(2), oneLine(row.getString(3)), row.getString(4), due, due != null && due.isBefore(now)));
        }).list().stream().collect(groupingBy(Task::instanceId));
  }

  private Map<String, Map<String, String>> facts(List<String> instanceIds) {
    Map<String, Map<String, String>> facts = new HashMap<>();
    jdbc.sql("select PROC_INST_ID_, NAME_, TEXT_ from ACT_HI_VARINST where PROC_INST_ID_ in (:ids) and ACT_INST_ID_ = PROC_INST_ID_ and NAME_ in (:names) and TEXT_ is not null")
        .param("ids", instanceIds).param("names", List.of(CaseVariables.STARTER, CaseVariables.CUSTOMER_CODE, CaseVariables.CUSTOMER_NAME))
        .query((row, index) -> new Fact(row.getString(1), row.getString(2), row.getString(3))).list()
        .forEach(fact -> facts.computeIfAbsent(fact.instanceId(), id -> new HashMap<>()).put(fact.name(), fact.value()));
    return facts;
  }

  private CaseLine line(Row row, Map<String, String> facts, List<Task> tasks) {
    boolean completed = "COMPLETED".equals(row.state());
    String state = row.endedAt() == null ? "running" : completed ? "finished" : "cancelled";
    String outcome = completed && row.end() != null && row.version() != null ? pictures.of(row.definitionId()).nameOf(row.end()) : null;
    String customer = Stream.of(CaseVariables.CUSTOMER_CODE, CaseVariables.CUSTOMER_NAME).map(facts::get).filter(Objects::nonNull).reduce((code, name) -> code + " " + name).orElse(null);
    return new CaseLine(row.id(), row.caseNumber(), row.caller() != null, row.version(), row.versionTag(), row.startedAt(), row.endedAt(), state, outcome,
        facts.get(CaseVariables.STARTER), customer, tasks.stream().map(Task::step).toList());
  }

  private Map<String, String> people(List<CaseLine> lines) {
    List<String> ids = lines.stream().flatMap(line -> Stream.of(Stream.of(line.starter()), line.steps().stream().map(OpenStep::assignee)).flatMap(Function.identity()))
        .filter(Objects::nonNull).distinct().toList();
    return new TreeMap<>(access.namesOf(ids));
  }

  private static String oneLine(String name) {
    return name == null ? null : name.replaceAll("\\s+", " ");
  }

  private static Instant at(Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
