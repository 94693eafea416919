package dev.kefu.history.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kefu.history.models.Picture.Element;
import dev.kefu.history.models.Pictures;
import dev.kefu.history.rights.HistoryRights;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts what was done at each element of a process's picture. */
@Service
@RequiredArgsConstructor
class ActivityCounts {

  private static final Date EVER = Date.valueOf("1970-01-02");
  private static final Date NEVER = Date.valueOf("9999-12-31");

  private final JdbcClient jdbc;
  private final HistoryRights rights;
  private final Definitions definitions;
  private final Pictures pictures;
  private final DayCounts days;
  private final Clock clock;

  /**
   * What was done at one element.
   *
   * @param overdue open tasks whose deadline has passed
   * @param averageSeconds from start to end of those that were finished; null for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ActivityCount(String activity, String name, String type, long running, long finished, long cancelled, long overdue, Long averageSeconds) {
  }

  /** What the history says of an element. */
  private record Counted(String activity, long running, long finished, long cancelled, Long averageSeconds) {
  }

  /**
   * Every element of the newest of these versions, and what only older ones have, if something was done there.
   *
   * @param version of the process; all without one
   * @param from first day on which it began; without one from the first case on
   * @param to last day on which it began
   */
  @Transactional(readOnly = true)
  public List<ActivityCount> of(String processKey, Integer version, LocalDate from, LocalDate to) {
    rights.requireReadable(processKey);
    List<String> ids = definitions.idsOf(processKey, version);
    Map<String, Counted> counted = new HashMap<>();
    count(ids, from, to).forEach(one -> counted.put(one.activity(), one));
    Map<String, Long> overdue = overdue(ids);
    List<ActivityCount> all = new ArrayList<>();
    pictures.of(ids.get(0)).elements().forEach((id, element) -> all.add(activity(id, element, counted.remove(id), overdue)));
    counted.values().forEach(one -> all.add(activity(one.activity(), new Element(one.activity(), ""), one, overdue)));
    return all;
  }

  /** What was counted at night, and what has happened since. */
  private List<Counted> count(List<String> ids, LocalDate from, LocalDate to) {
    Map<String, Object> parameters = new HashMap<>(Map.of("ids", ids, "uncounted", days.uncounted()));
    String begun = " and a.START_TIME_ >= :from and a.START_TIME_ < :to";
    String begunOn = " and c.begun_on >= :from and c.begun_on < :to";
    parameters.put("from", from == null ? EVER : Date.valueOf(from));
    parameters.put("to", to == null ? NEVER : Date.valueOf(to.plusDays(1)));
    return jdbc.sql("select activity, sum(running), sum(finished), sum(cancelled), sum(lasted) from ("
            + "select c.activity as activity, 0 as running, c.finished as finished, c.cancelled as cancelled, c.lasted as lasted from history_step_counts c where c.definition_id in (:ids)" + begunOn
            + " union all select a.ACT_ID_, 1, 0, 0, 0 from ACT_HI_ACTINST a where a.END_TIME_ is null and a.PROC_DEF_ID_ in (:ids) and " + DayCounts.STEP + begun
            + " union all select a.ACT_ID_, 0, " + DayCounts.OF_FINISHED.formatted("1") + ", " + DayCounts.OF_CANCELED.formatted("1") + ", " + DayCounts.OF_FINISHED.formatted("coalesce(a.DURATION_, 0)")
            + " from ACT_HI_ACTINST a where a.END_TIME_ >= :uncounted and a.PROC_DEF_ID_ in (:ids) and " + DayCounts.STEP + begun + ") steps group by activity")
        .params(parameters).query((row, index) -> counted(row)).list();
  }

  private static Counted counted(ResultSet row) throws SQLException {
    long finished = row.getLong(3);
    return new Counted(row.getString(1), row.getLong(2), finished, row.getLong(4), finished == 0 ? null : Long.valueOf(row.getLong(5) / finished / 1000));
  }

  private Map<String, Long> overdue(List<String> ids) {
    Map<String, Long> overdue = new HashMap<>();
    jdbc.sql("select t.TASK_DEF_KEY_, count(*) from ACT_RU_TASK t where t.PROC_DEF_ID_ in (:ids) and t.DUE_DATE_ < :now group by t.TASK_DEF_KEY_")
        .param("ids", ids).param("now", Timestamp.from(clock.instant())).query(row -> {
          overdue.put(row.getString(1), row.getLong(2));
        });
    return overdue;
  }

  private static ActivityCount activity(String id, Element element, Counted counted, Map<String, Long> overdue) {
    long late = overdue.getOrDefault(id, 0L);
    return counted == null ? new ActivityCount(id, element.name(), element.type(), 0, 0, 0, late, null)
        : new ActivityCount(id, element.name(), element.type(), counted.running(), counted.finished(), counted.cancelled(), late, counted.averageSeconds());
  }
}
