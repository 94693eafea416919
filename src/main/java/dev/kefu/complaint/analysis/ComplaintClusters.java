package dev.kefu.complaint.analysis;

import dev.kefu.complaint.ComplaintGraded;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds three complaints about the same product and of the same kind within seven calendar days (P63). Each complaint counts for one cluster only. */
@Service
@RequiredArgsConstructor
class ComplaintClusters {

  private static final int SIZE = 3;
  private static final Duration SPAN = Duration.ofDays(7);

  private final JdbcClient jdbc;
  private final Clock clock;

  /** A complaint of the ledger. */
  record Member(long id, String caseNumber, LocalDateTime receivedAt) {
  }

  /**
   * Looks whether a complaint makes three, and notes the three if so.
   *
   * @return the three, the earliest first; empty when it does not, or is of a cluster already
   */
  @Transactional(propagation = Propagation.MANDATORY)
  Optional<List<Member>> completedBy(ComplaintGraded complaint) {
    if (complaint.matter().product() == null || complaint.matter().product().isBlank() || complaint.matter().kind() == null) {
      return Optional.empty();
    }
    // Two complaints of the same moment look one after the other.
    jdbc.sql("select id from complaint_analysis_rounds for update").query(Integer.class).single();
    // The ledger may not have written the rest of this complaint yet.
    long id = jdbc.sql("select max(id) from complaint_cases where case_number = ?").param(complaint.caseNumber()).query(Long.class).single();
    Member latest = new Member(id, complaint.caseNumber(), local(complaint.receivedAt()));
    if (isTaken(latest)) {
      return Optional.empty();
    }
    List<Member> same = new ArrayList<>(others(latest, complaint));
    same.add(latest);
    same.sort(Comparator.comparing(Member::receivedAt).thenComparing(Member::id));
    Optional<List<Member>> three = IntStream.rangeClosed(0, same.size() - SIZE).mapToObj(i -> same.subList(i, i + SIZE)).filter(some -> some.contains(latest))
        .filter(some -> !some.get(SIZE - 1).receivedAt().isAfter(some.get(0).receivedAt().plus(SPAN))).findFirst();
    three.ifPresent(this::note);
    return three;
  }

  private boolean isTaken(Member one) {
    return jdbc.sql("select count(*) from complaint_clusters where complaint_id = ?").param(one.id()).query(Integer.class).single() > 0;
  }

  private List<Member> others(Member latest, ComplaintGraded complaint) {
    return jdbc.sql("select c.id, c.case_number, c.received_at from complaint_cases c left join complaint_clusters k on k.complaint_id = c.id where k.complaint_id is null"
            + " and c.id <> ? and c.kind = ? and lower(trim(c.product)) = lower(trim(?)) and c.received_at >= ? and c.received_at <= ? and c.severity is not null"
            + " and c.status not in ('MERGED', 'CANCELLED') and coalesce(c.settlement, '') <> 'help'")
        .params(latest.id(), complaint.matter().kind(), complaint.matter().product(), local(complaint.receivedAt().minus(SPAN)), local(complaint.receivedAt().plus(SPAN)))
        .query((row, index) -> new Member(row.getLong(1), row.getString(2), row.getObject(3, LocalDateTime.class))).list();
  }

  private void note(List<Member> three) {
    three.forEach(one -> jdbc.sql("insert into complaint_clusters (complaint_id, cluster_id, noted_at) values (?, ?, ?)")
        .params(one.id(), three.get(SIZE - 1).id(), local(clock.instant())).update());
  }

  /** As the ledger keeps moments. */
  private LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, clock.getZone());
  }
}
