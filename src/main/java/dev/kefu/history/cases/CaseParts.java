package dev.kefu.history.cases;

import dev.kefu.document.FrozenCases;
import dev.kefu.engine.CaseRecord;
import dev.kefu.history.rights.HistoryRights;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The process instances that carry a case number, and what of them the person may read. */
@Component
@RequiredArgsConstructor
class CaseParts {

  private static final String COMPLETED = "COMPLETED";
  private static final String CANCELLED = "cancelled";
  private static final String DEFINITION = "select ID_, DEPLOYMENT_ID_ from ACT_RE_PROCDEF where KEY_ = ? and VERSION_ = ?";
  /** A case with more parts than this is shown in part. */
  private static final int MOST = 500;

  private final JdbcClient jdbc;
  private final HistoryRights rights;
  private final FrozenCases files;

  /**
   * A process instance.
   *
   * @param callerId the instance that called it; null for a case's own
   * @param end element id of the end event that was reached
   * @param state as the engine writes it
   * @param definitionId null when this version of the process is not deployed any more
   */
  record PartRow(String id, String callerId, String definitionId, String processKey, Instant startedAt, Instant endedAt, String end, String state, String name, Integer version,
                 String versionTag, String deploymentId) {

    boolean completed() {
      return COMPLETED.equals(state);
    }

    /** Whether its picture is still there. */
    boolean drawn() {
      return deploymentId != null;
    }
  }

  /** A case by its file alone. */
  record PastCase(Instant frozenAt, CaseRecord record) {
  }

  /**
   * A case as far as the person may read it.
   *
   * @param all every part, in the order in which they started
   * @param readable process ids of the parts whose trail may be read
   * @param openedUp process ids of the parts whose forms, facts and decisions may be read
   * @param file what is left of a case whose history the engine has cleaned up; null while the engine has it
   */
  record ReadableCase(List<PartRow> all, Set<String> readable, Set<String> openedUp, PastCase file) {

    /** Whether every part and all that was handed in there may be read. */
    boolean whole() {
      return openIds().size() == all.size();
    }

    boolean mayRead(PartRow part) {
      return readable.contains(part.processKey());
    }

    /** Ids of the parts whose trail may be read. */
    List<String> ids() {
      return all.stream().filter(this::mayRead).map(PartRow::id).toList();
    }

    /** Ids of the parts whose forms, facts and decisions may be read. */
    List<String> openIds() {
      return all.stream().filter(part -> mayRead(part) && openedUp.contains(part.processKey())).map(PartRow::id).toList();
    }

    PartRow own() {
      return all.stream().filter(part -> part.callerId() == null).findFirst().orElse(all.get(0));
    }
  }

  /**
   * The case with this number.
   *
   * @throws ResponseStatusException 404 for an unknown one, and for one of which the person may read nothing
   */
  ReadableCase find(String caseNumber) {
    List<PartRow> parts = jdbc.sql("select p.ID_, p.SUPER_PROCESS_INSTANCE_ID_, p.PROC_DEF_ID_, p.PROC_DEF_KEY_, p.START_TIME_, p.END_TIME_, p.END_ACT_ID_, p.STATE_, d.NAME_, d.VERSION_,"
            + " d.VERSION_TAG_, d.DEPLOYMENT_ID_ from ACT_HI_PROCINST p left join ACT_RE_PROCDEF d on d.ID_ = p.PROC_DEF_ID_ where p.BUSINESS_KEY_ = ? order by p.START_TIME_, p.ID_ limit " + MOST)
        .param(caseNumber).query((row, index) -> new PartRow(row.getString(1), row.getString(2), row.getString(3), row.getString(4), at(row.getTimestamp(5)), at(row.getTimestamp(6)),
            row.getString(7), row.getString(8), row.getString(9) == null ? row.getString(4) : row.getString(9).replaceAll("\\s+", " "), row.getObject(10, Integer.class), row.getString(11),
            row.getString(12))).list();
    // The engine cleans up a part at a time.
    PastCase file = parts.stream().allMatch(part -> part.callerId() != null) ? files.of(caseNumber).map(found -> new PastCase(found.frozenAt(), found.record().get())).orElse(null) : null;
    if (file != null) {
      parts = file.record().parts().stream().map(this::row).toList();
    }
    List<String> keys = parts.stream().map(PartRow::processKey).distinct().toList();
    Set<String> readable = rights.readable(keys);
    if (readable.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no case " + caseNumber + " that you may read. 沒有您可查看的此編號案件。");
    }
    return new ReadableCase(parts, readable, rights.openedUp(readable), file);
  }

  /** Which version it ran on is known by its number; the engine's id is in no file. */
  private PartRow row(CaseRecord.Part part) {
    Optional<String[]> definition = jdbc.sql(DEFINITION).params(part.processKey(), part.version()).query((row, index) -> new String[] {row.getString(1), row.getString(2)}).optional();
    boolean cancelled = CANCELLED.equals(part.outcome());
    return new PartRow(part.id(), part.callerId(), definition.map(found -> found[0]).orElse(null), part.processKey(), part.startedAt(), part.endedAt(), cancelled ? null : "endEvent_" + part.outcome(),
        cancelled ? "EXTERNALLY_TERMINATED" : COMPLETED, part.name(), part.version(), part.versionTag(), definition.map(found -> found[1]).orElse(null));
  }

  /**
   * One part of a case.
   *
   * @throws ResponseStatusException 404 for one that is not the case's, or that the person may not read
   */
  PartRow part(ReadableCase readable, String partId) {
    return readable.all().stream().filter(part -> part.id().equals(partId) && readable.mayRead(part)).findFirst()
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "This case has no such part that you may read. 此案件沒有您可查看的此部分。"));
  }

  static Instant at(Timestamp moment) {
    return moment == null ? null : moment.toInstant();
  }
}
