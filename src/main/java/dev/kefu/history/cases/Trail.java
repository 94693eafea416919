package dev.kefu.history.cases;

import dev.kefu.history.cases.CaseHistory.Remark;
import dev.kefu.history.cases.CaseHistory.TrailStep;
import dev.kefu.history.cases.CaseParts.PartRow;
import dev.kefu.history.cases.TakenPath.Passage;
import dev.kefu.history.models.Pictures;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what happened in parts of a case, and what people noted. */
@Component
@RequiredArgsConstructor
class Trail {

  /** No case of the handbook comes near; a loop that somebody drew might. */
  static final int MOST = 5000;
  private static final String BODY = "#multiInstanceBody";
  private static final int CANCELED = 2;

  private final JdbcClient jdbc;
  private final Pictures pictures;
  private final Clock clock;

  /** Every step, in the order in which they started; one more than {@link #MOST} when there are more. */
  List<TrailStep> of(List<PartRow> parts) {
    Instant now = clock.instant();
    Map<String, PartRow> byId = parts.stream().collect(Collectors.toMap(PartRow::id, Function.identity()));
    return parts.isEmpty() ? List.of() : jdbc.sql("select a.PROC_INST_ID_, a.ACT_ID_, a.ACT_NAME_, a.ACT_TYPE_, a.START_TIME_, a.END_TIME_, a.ACT_INST_STATE_, t.ASSIGNEE_, t.OWNER_, t.DUE_DATE_,"
            + " a.CALL_PROC_INST_ID_ from ACT_HI_ACTINST a left join ACT_HI_TASKINST t on t.ID_ = a.TASK_ID_ where a.PROC_INST_ID_ in (:parts) and a.ACT_TYPE_ <> 'multiInstanceBody'"
            + " order by a.START_TIME_, a.SEQUENCE_COUNTER_, a.ID_ limit " + (MOST + 1))
        .param("parts", List.copyOf(byId.keySet())).query((row, index) -> {
          String assignee = row.getString(8);
          String owner = row.getString(9);
          Instant ended = CaseParts.at(row.getTimestamp(6));
          Instant due = CaseParts.at(row.getTimestamp(10));
          String name = row.getString(3);
          return new TrailStep(row.getString(1), row.getString(2), name == null ? row.getString(2) : name.replaceAll("\\s+", " "), row.getString(4), CaseParts.at(row.getTimestamp(5)), ended,
              row.getInt(7) == CANCELED, assignee, owner == null || owner.equals(assignee) ? null : owner, due, due != null && (ended == null ? now : ended).isAfter(due), row.getString(11));
        }).list();
  }

  /** What the picture of one part needs. */
  List<Passage> passages(PartRow part) {
    return jdbc.sql("select ID_, ACT_ID_, PARENT_ACT_INST_ID_, START_TIME_, END_TIME_, ACT_INST_STATE_, SEQUENCE_COUNTER_ from ACT_HI_ACTINST where PROC_INST_ID_ = ?"
            + " order by START_TIME_, SEQUENCE_COUNTER_, ID_ limit " + MOST)
        .param(part.id()).query((row, index) -> new Passage(row.getString(1), row.getString(2).replace(BODY, ""), row.getString(3) == null ? part.id() : row.getString(3),
            CaseParts.at(row.getTimestamp(4)), CaseParts.at(row.getTimestamp(5)), row.getInt(6) == CANCELED, row.getLong(7))).list();
  }

  /** Comments, oldest first. */
  List<Remark> comments(List<PartRow> parts) {
    Map<String, PartRow> byId = parts.stream().collect(Collectors.toMap(PartRow::id, Function.identity()));
    return parts.isEmpty() ? List.of() : jdbc.sql("select c.TIME_, c.USER_ID_, t.TASK_DEF_KEY_, c.FULL_MSG_, c.MESSAGE_, c.PROC_INST_ID_ from ACT_HI_COMMENT c left join ACT_HI_TASKINST t on t.ID_ = c.TASK_ID_"
            + " where c.PROC_INST_ID_ in (:parts) and c.TYPE_ = 'comment' order by c.TIME_, c.ID_ limit " + MOST)
        .param("parts", List.copyOf(byId.keySet())).query((row, index) -> {
          byte[] full = row.getBytes(4);
          String step = row.getString(3);
          PartRow part = byId.get(row.getString(6));
          return new Remark(CaseParts.at(row.getTimestamp(1)), row.getString(2), step == null || !part.drawn() ? step : pictures.of(part.definitionId()).nameOf(step),
              full == null ? row.getString(5) : new String(full, StandardCharsets.UTF_8));
        }).list();
  }
}
