package dev.kefu.engine.records;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.kefu.engine.CaseVariables;
import dev.kefu.engine.StoredJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Reads the history of a whole case, called processes included, with one statement for each kind of thing. The engine's own queries would take one for every
 * process instance, and one more for every form.
 */
@Component
@RequiredArgsConstructor
class CaseTables {

  private static final ObjectMapper JSON = new ObjectMapper();
  /** What people do or wait for; what a machine does by itself says nothing to them. */
  private static final List<String> TOLD = List.of("userTask", "receiveTask", "intermediateTimer", "intermediateMessageCatch", "intermediateSignalCatch", "boundaryTimer", "boundaryMessage",
      "boundarySignal", "boundaryError", "boundaryEscalation", "messageStartEvent", "signalStartEvent", "startTimerEvent");
  private static final String STEPS = " from ACT_HI_ACTINST a left join ACT_HI_TASKINST t on t.ID_ = a.TASK_ID_ where a.ROOT_PROC_INST_ID_ = :root"
      + " and (a.ACT_TYPE_ in (:told) or a.PROC_INST_ID_ = :root and (a.ACT_TYPE_ = 'startEvent' or a.ACT_TYPE_ like '%EndEvent'))";

  private final JdbcClient jdbc;
  private final Clock clock;

  /** A variable as it stood last; {@code value} is plain Java, null for what is neither plain nor JSON. */
  record Stored(String instanceId, String name, Object value) {
  }

  /** A step or an event; {@code by} is null where nobody acts. */
  record Step(String id, String instanceId, String activityId, String name, String type, Instant startedAt, Instant endedAt, boolean canceled, String by, String owner) {
  }

  /** A form that was corrected. */
  record Correction(String instanceId, String activityId, String by, String reason, Instant at) {
  }

  /** All variables of a case, in the order in which they came. */
  List<Stored> variables(String rootId) {
    return jdbc.sql("select v.PROC_INST_ID_, v.NAME_, v.VAR_TYPE_, v.TEXT_, v.LONG_, v.DOUBLE_, b.BYTES_ from ACT_HI_VARINST v left join ACT_GE_BYTEARRAY b on b.ID_ = v.BYTEARRAY_ID_"
            + " where v.ROOT_PROC_INST_ID_ = :root and (v.STATE_ is null or v.STATE_ <> 'DELETED') order by v.CREATE_TIME_, v.ID_")
        .param("root", rootId).query((row, n) -> new Stored(row.getString(1), row.getString(2), value(row))).list();
  }

  private static Object value(ResultSet row) throws SQLException {
    String type = row.getString("VAR_TYPE_");
    return switch (type == null ? "null" : type) {
      case "string" -> row.getString("TEXT_");
      case "boolean" -> row.getLong("LONG_") == 1;
      case "integer", "long", "short" -> row.getLong("LONG_");
      case "double" -> row.getDouble("DOUBLE_");
      case "json" -> json(StoredJson.text(row.getString("TEXT_"), row.getBytes("BYTES_")));
      default -> null;
    };
  }

  private static Object json(String text) {
    try {
      return text == null ? null : JSON.readValue(text, Object.class);
    } catch (JsonProcessingException damaged) {
      throw new IllegalStateException("A stored Json variable is no JSON", damaged);
    }
  }

  long countSteps(String rootId) {
    return jdbc.sql("select count(*)" + STEPS).param("root", rootId).param("told", TOLD).query(Long.class).single();
  }

  /** Steps and events of a case, the latest first. */
  List<Step> steps(String rootId, int offset, int most) {
    return jdbc.sql("select a.ID_, a.PROC_INST_ID_, a.ACT_ID_, a.ACT_NAME_, a.ACT_TYPE_, a.START_TIME_, a.END_TIME_, a.ACT_INST_STATE_, t.ASSIGNEE_, t.OWNER_" + STEPS
            + " order by a.START_TIME_ desc, a.SEQUENCE_COUNTER_ desc, a.ID_ limit :most offset :offset")
        .param("root", rootId).param("told", TOLD).param("most", most).param("offset", offset)
        .query((row, n) -> new Step(row.getString(1), row.getString(2), row.getString(3), row.getString(4), row.getString(5), at(row.getTimestamp(6)), at(row.getTimestamp(7)),
            row.getInt(8) == 2, row.getString(9), row.getString(10))).list();
  }

  /** Who brought the data of these events, by their ids; an event without data, or of a program, is left out. */
  Map<String, String> messengers(Collection<String> activityInstanceIds) {
    Map<String, String> messengers = new HashMap<>();
    if (!activityInstanceIds.isEmpty()) {
      jdbc.sql("select d.ACT_INST_ID_, max(o.USER_ID_) from ACT_HI_DETAIL d join ACT_HI_OP_LOG o on o.OPERATION_ID_ = d.OPERATION_ID_ where d.ACT_INST_ID_ in (:ids)"
              + " and o.USER_ID_ is not null group by d.ACT_INST_ID_").param("ids", activityInstanceIds)
          .query((row, n) -> messengers.put(row.getString(1), row.getString(2))).list();
    }
    return messengers;
  }

  List<Correction> corrections(Collection<String> instanceIds) {
    return jdbc.sql("select process_instance_id, activity_id, corrector, reason, corrected_at from engine_corrections where process_instance_id in (:ids) order by id desc")
        .param("ids", instanceIds).query((row, n) -> new Correction(row.getString(1), row.getString(2), row.getString(3), row.getString(4),
            row.getObject(5, LocalDateTime.class).atZone(clock.getZone()).toInstant())).list();
  }

  /** The newest cases of these customers, by the ids of their own instances. */
  List<String> casesOfCustomers(Collection<String> codes, int most) {
    return jdbc.sql("select v.ROOT_PROC_INST_ID_ from ACT_HI_VARINST v where v.NAME_ = :name and v.TEXT_ in (:codes) group by v.ROOT_PROC_INST_ID_ order by max(v.CREATE_TIME_) desc limit :most")
        .param("name", CaseVariables.CUSTOMER_CODE).param("codes", codes).param("most", most).query(String.class).list();
  }

  /** As the engine reads its own moments. */
  private static Instant at(Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
