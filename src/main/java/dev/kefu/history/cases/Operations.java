package dev.kefu.history.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kefu.audit.CaseAuditTrail.CaseEntry;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the engine's operation log of a case, a page at a time. */
@Component
@RequiredArgsConstructor
class Operations {

  static final int PAGE = 100;

  private final JdbcClient jdbc;

  /**
   * A page of the log.
   *
   * @param more whether there is another page
   * @param people names by user id
   */
  record OperationPage(List<Operation> operations, int page, boolean more, Map<String, String> people) {
  }

  /**
   * What somebody did.
   *
   * @param by user id; null for the program
   * @param what for example {@code Claim}
   * @param entity what it was done to, for example {@code Task}
   * @param step name of the step, for a task's
   * @param property what was changed, for example {@code assignee}
   * @param note an annotation
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Operation(Instant at, String by, String what, String entity, String step, String property, String before, String after, String note) {
  }

  /**
   * A page of what the audit trail knows.
   *
   * @param more whether there is another page
   * @param people names by user id
   * @param steps names of the steps by task id
   */
  record EntryPage(List<CaseEntry> entries, int page, boolean more, Map<String, String> people, Map<String, String> steps) {
  }

  /** What these tasks are called. */
  Map<String, String> stepsOf(List<String> taskIds) {
    Map<String, String> names = new HashMap<>();
    if (!taskIds.isEmpty()) {
      jdbc.sql("select ID_, NAME_ from ACT_HI_TASKINST where ID_ in (:ids) and NAME_ is not null").param("ids", taskIds.stream().distinct().toList())
          .query(row -> {
            names.put(row.getString(1), row.getString(2).replaceAll("\\s+", " "));
          });
    }
    return names;
  }

  /** Oldest first; one more than a page holds when there is another. Values of variables are none of it: the log names them only. */
  List<Operation> of(List<String> partIds, int page) {
    return jdbc.sql("select o.TIMESTAMP_, o.USER_ID_, o.OPERATION_TYPE_, o.ENTITY_TYPE_, t.NAME_, o.PROPERTY_, o.ORG_VALUE_, o.NEW_VALUE_, o.ANNOTATION_ from ACT_HI_OP_LOG o"
            + " left join ACT_HI_TASKINST t on t.ID_ = o.TASK_ID_ where o.PROC_INST_ID_ in (:parts) order by o.TIMESTAMP_, o.ID_ limit " + (PAGE + 1) + " offset " + (long) PAGE * page)
        .param("parts", partIds).query((row, index) -> new Operation(CaseParts.at(row.getTimestamp(1)), row.getString(2), row.getString(3), row.getString(4),
            row.getString(5) == null ? null : row.getString(5).replaceAll("\\s+", " "), row.getString(6), row.getString(7), row.getString(8), row.getString(9))).list();
  }
}
