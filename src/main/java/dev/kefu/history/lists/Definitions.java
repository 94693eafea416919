package dev.kefu.history.lists;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kefu.history.rights.HistoryRights;
import java.time.Instant;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.server.ResponseStatusException;

/** The deployed versions of processes. */
@Service
@RequiredArgsConstructor
class Definitions {

  private final JdbcClient jdbc;
  private final HistoryRights rights;

  /**
   * A process.
   *
   * @param name what people call it
   * @param facts whether the person may read forms, facts and decisions of its cases, and so search by customer
   * @param versions newest first
   */
  record Process(String key, String name, boolean facts, List<Version> versions) {
  }

  /**
   * A deployed version.
   *
   * @param id of the definition
   * @param tag what its owner calls it; null for none
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Version(String id, int number, String tag, Instant deployedAt) {
  }

  /**
   * The process with its versions.
   *
   * @throws ResponseStatusException 404 for an unknown one, 403 for one whose cases the person may not read
   */
  @Transactional(readOnly = true)
  public Process find(String processKey) {
    rights.requireReadable(processKey);
    List<Version> versions = jdbc.sql("select d.ID_, d.VERSION_, d.VERSION_TAG_, p.DEPLOY_TIME_ from ACT_RE_PROCDEF d left join ACT_RE_DEPLOYMENT p on p.ID_ = d.DEPLOYMENT_ID_"
            + " where d.KEY_ = ? order by d.VERSION_ desc")
        .param(processKey).query((row, index) -> new Version(row.getString(1), row.getInt(2), row.getString(3), row.getTimestamp(4) == null ? null : row.getTimestamp(4).toInstant())).list();
    if (versions.isEmpty()) {
      throw unknown(processKey);
    }
    String name = jdbc.sql("select NAME_ from ACT_RE_PROCDEF where ID_ = ?").param(versions.get(0).id()).query(String.class).optional().orElse(processKey);
    return new Process(processKey, name.replaceAll("\\s+", " "), rights.mayReadFacts(processKey), versions);
  }

  /**
   * Ids of all versions, newest first, or of one.
   *
   * @throws ResponseStatusException 404 when there is none
   */
  List<String> idsOf(String processKey, Integer version) {
    List<String> ids = version == null ? jdbc.sql("select ID_ from ACT_RE_PROCDEF where KEY_ = ? order by VERSION_ desc").param(processKey).query(String.class).list()
        : jdbc.sql("select ID_ from ACT_RE_PROCDEF where KEY_ = ? and VERSION_ = ?").params(processKey, version).query(String.class).list();
    if (ids.isEmpty()) {
      throw unknown(processKey);
    }
    return ids;
  }

  private static ResponseStatusException unknown(String processKey) {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "There is no process \"" + processKey + "\" of this version. 沒有此流程或版本。");
  }
}
