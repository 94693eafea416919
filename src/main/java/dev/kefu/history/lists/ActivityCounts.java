package dev.kefu.history.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kefu.history.models.Picture.Element;
import dev.kefu.history.models.Pictures;
import dev.kefu.history.rights.HistoryRights;
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

  /** An activity instance that something else ended. */
  private static final String CANCELED = "2";

  private final JdbcClient jdbc;
  private final HistoryRights rights;
  private final Definitions definitions;
  private final Pictures pictures;
  private final Clock clock;

  /**
   * What was done at one element.
   *
   * @param overdue open tasks whose deadline has passed
   * @param averageSeconds from start to end of those that were finished; null for none, and when it was not asked for
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
   * @param times whether to reckon the average time, which takes longer
   */
  @Transactional(readOnly = true)
  public List<ActivityCount> of(String processKey, Integer version, LocalDate from, LocalDate to, boolean times) {
    rights.requireReadable(processKey);
    List<String> ids = definitions.idsOf(processKey, version);
    Map<String, Counted> counted = new HashMap<>();
    count(ids, from, to, times).forEach(one -> counted.put(one.activity(), one));
    Map<String, Long> overdue = overdue(ids);
    List<ActivityCount> all = new ArrayList<>();
    pictures.of(ids.get(0)).elements().forEach((id, element) -> all.add(activity(id, element, counted.remove(id), overdue)));
    counted.values().forEach(one -> all.add(activity(one.activity(), new Element(one.activity(), ""), one, overdue)));
    return all;
  }

  private List<Counted> count(List<String> ids, LocalDate from, LocalDate to, boolean times) {
    Map<String, Object> parameters = new HashMap<>(Map.of("ids", ids));
    StringBuilder period = new StringBuilder();
    if (from != null) {
      period.append(" and a.START_TIME_ >= :from");
      parameters.put("from", Timestamp.from(from.atStartOfDay(clock.getZone()).toInstant()));
    }
    if (to != null) {
      period.append(" and a.START_TIME_ < :to");
      parameters.put("to", Timestamp.from(to.plusDays(1).atStartOfDay(clock.getZone()).toInstant()));
    }
    String finished = "case when a.END_TIME_ is not null and a.ACT_INST_STATE_ <> " + CANCELED + " then ";
    // Without times and period one of the engine's indexes holds all that is asked for. A repeated step has a row for its whole, beside those of its repetitions.
    return jdbc.sql("select a.ACT_ID_, sum(case when a.END_TIME_ is null then 1 else 0 end), sum(" + finished + "1 else 0 end),"
            + " sum(case when a.END_TIME_ is not null and a.ACT_INST_STATE_ = " + CANCELED + " then 1 else 0 end), " + (times ? "avg(" + finished + "a.DURATION_ end)" : "null")
            + " from ACT_HI_ACTINST a where a.PROC_DEF_ID_ in (:ids) and a.ACT_ID_ not like '%#multiInstanceBody'" + period + " group by a.ACT_ID_")
        .params(parameters).query((row, index) -> new Counted(row.getString(1), row.getLong(2), row.getLong(3), row.getLong(4),
            row.getBigDecimal(5) == null ? null : Long.valueOf(row.getBigDecimal(5).longValue() / 1000))).list();
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
