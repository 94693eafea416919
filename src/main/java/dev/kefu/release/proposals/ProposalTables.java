package dev.kefu.release.proposals;

import static java.util.stream.Collectors.joining;

import dev.kefu.engine.RunningModels.Deployed;
import dev.kefu.release.proposals.Proposal.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;

/** Keeps proposals; a step from one state to the next happens once, whoever is faster. */
@Repository
@RequiredArgsConstructor
class ProposalTables {

  private static final int LATEST = 50;

  private final JdbcClient jdbc;
  private final Clock clock;

  long add(String reason, boolean moveCases, String person, Collection<ProposalFile> files) {
    GeneratedKeyHolder key = new GeneratedKeyHolder();
    jdbc.sql("insert into release_proposals (reason, move_cases, state, proposed_by, proposed_at) values (?, ?, ?, ?, ?)")
        .params(reason, moveCases, State.PROPOSED.name(), person, LocalDateTime.now(clock)).update(key, "id");
    long id = key.getKeyAs(Number.class).longValue();
    files.forEach(file -> jdbc.sql("insert into release_files (proposal_id, path, basis, before_it, content) values (:id, :path, :basis, :before, :content)")
        .param("id", id).param("path", file.path()).param("basis", file.basis()).param("before", file.before()).param("content", file.content()).update());
    return id;
  }

  Optional<Proposal> find(long id) {
    return jdbc.sql("select * from release_proposals where id = ?").param(id).query((row, number) -> proposal(row)).optional();
  }

  /** The newest first. */
  List<Proposal> latest() {
    return jdbc.sql("select * from release_proposals order by id desc limit " + LATEST).query((row, number) -> proposal(row)).list();
  }

  List<ProposalFile> files(long id) {
    return jdbc.sql("select path, basis, before_it, content from release_files where proposal_id = ? order by path").param(id)
        .query((row, number) -> new ProposalFile(row.getString("path"), row.getString("basis"), row.getBytes("before_it"), row.getBytes("content"))).list();
  }

  /** Paths by proposal; without the contents, which a list of proposals does not show. */
  Map<Long, List<String>> paths(List<Long> ids) {
    Map<Long, List<String>> paths = new HashMap<>();
    if (!ids.isEmpty()) {
      jdbc.sql("select proposal_id, path from release_files where proposal_id in (:ids) order by path").param("ids", ids)
          .query(row -> {
            paths.computeIfAbsent(row.getLong("proposal_id"), id -> new ArrayList<>()).add(row.getString("path"));
          });
    }
    return paths;
  }

  /** Whether the proposal was in the state from which it goes on; else nothing changes. */
  boolean decide(long id, State to, String person, String note) {
    return jdbc.sql("update release_proposals set state = ?, decided_by = ?, decided_at = ?, decision_note = ? where id = ? and state = ?")
        .params(to.name(), person, LocalDateTime.now(clock), note, id, State.PROPOSED.name()).update() == 1;
  }

  /** Whether it was in effect; else nothing changes. */
  boolean takeBack(long id, String person) {
    return jdbc.sql("update release_proposals set state = ?, returned_by = ?, returned_at = ? where id = ? and state = ?")
        .params(State.RETURNED.name(), person, LocalDateTime.now(clock), id, State.RELEASED.name()).update() == 1;
  }

  void report(long id, String report) {
    jdbc.sql("update release_proposals set report = ? where id = ?").params(report, id).update();
  }

  /** From now on running cases are to follow to deployments. */
  void follow(long id, List<Deployed> deployed) {
    jdbc.sql("update release_proposals set following = ?, moved = 0, to_move = 0, held_until = ? where id = ?")
        .params(deployed.stream().map(one -> one.name() + "=" + one.deploymentId()).collect(joining(",")), LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS), id).update();
  }

  /** Whether this node may take cases along for a while: there are some to be, and no other node does. */
  boolean hold(long id, Duration lease) {
    LocalDateTime now = LocalDateTime.now(clock);
    return jdbc.sql("update release_proposals set held_until = ? where id = ? and following is not null and held_until <= ?").params(now.plus(lease), id, now).update() == 1;
  }

  void progress(long id, int moved, int toMove, Duration lease) {
    jdbc.sql("update release_proposals set moved = ?, to_move = ?, held_until = ? where id = ?").params(moved, toMove, LocalDateTime.now(clock).plus(lease), id).update();
  }

  void followed(long id, String report) {
    jdbc.sql("update release_proposals set report = ?, following = null, to_move = 0 where id = ?").params(report, id).update();
  }

  /** Releases that running cases are still to follow, the oldest first. */
  List<Long> unfinished() {
    return jdbc.sql("select id from release_proposals where following is not null order by id").query(Long.class).list();
  }

  /** Remembers what somebody took away to change it. */
  void takenAway(String person, String path, String digest) {
    int known = jdbc.sql("update release_downloads set digest = ?, taken_at = ? where person = ? and path = ?").params(digest, LocalDateTime.now(clock), person, path).update();
    if (known == 0) {
      jdbc.sql("insert into release_downloads (person, path, digest, taken_at) values (?, ?, ?, ?)").params(person, path, digest, LocalDateTime.now(clock)).update();
    }
  }

  /** Digest of the file as the person took it away last; empty for one that never was. */
  Optional<String> takenAway(String person, String path) {
    return jdbc.sql("select digest from release_downloads where person = ? and path = ?").params(person, path).query(String.class).optional();
  }

  private static List<Deployed> deployments(String list) {
    return list == null ? List.of() : Arrays.stream(list.split(",")).map(one -> one.split("=", 2)).map(parts -> new Deployed(parts[0], parts[1])).toList();
  }

  private static Proposal proposal(ResultSet row) throws SQLException {
    return new Proposal(row.getLong("id"), row.getString("reason"), row.getBoolean("move_cases"), State.valueOf(row.getString("state")), row.getString("proposed_by"),
        row.getObject("proposed_at", LocalDateTime.class), row.getString("decided_by"), row.getObject("decided_at", LocalDateTime.class), row.getString("decision_note"),
        row.getString("returned_by"), row.getObject("returned_at", LocalDateTime.class), row.getString("report"), deployments(row.getString("following")), row.getInt("moved"), row.getInt("to_move"));
  }
}
