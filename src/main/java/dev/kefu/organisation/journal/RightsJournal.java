package dev.kefu.organisation.journal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Notes what changed since it last looked; rows are closed, never changed or deleted. What came and went between two looks is in the audit trail alone. */
@Component
@RequiredArgsConstructor
class RightsJournal {

  // Sent as text: the MySQL driver cuts the fraction of a timestamp parameter.
  private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS");
  private static final int MOST = 5000;
  private static final String HELD = "kind, holder, subject, detail, since_at as since, until_at as until";

  private final JdbcClient jdbc;
  private final HeldRights rights;
  private final Clock clock;

  /**
   * A line of the journal.
   *
   * @param until null for what is still held
   */
  record Line(String kind, String holder, String subject, String detail, LocalDateTime since, LocalDateTime until) {
  }

  /** An open line. */
  private record OpenLine(long id, HeldRight held) {
  }

  /** One node looks at a time. */
  @Scheduled(fixedDelayString = "${kefu.organisation.journal-every}", initialDelayString = "${kefu.organisation.journal-first}")
  @Transactional
  public void look() {
    jdbc.sql("select digest from organisation_provisioned where kind = 'lock' for update").query(String.class).single();
    String now = MILLISECONDS.format(LocalDateTime.now(clock));
    Set<HeldRight> held = rights.now();
    Set<HeldRight> known = new HashSet<>();
    jdbc.sql("select id, kind, holder, subject, detail from organisation_rights_journal where until_at is null")
        .query((row, index) -> new OpenLine(row.getLong(1), new HeldRight(row.getString(2), row.getString(3), row.getString(4), row.getString(5)))).list().forEach(line -> {
          if (held.contains(line.held())) {
            known.add(line.held());
          } else {
            jdbc.sql("update organisation_rights_journal set until_at = ? where id = ?").params(now, line.id()).update();
          }
        });
    held.stream().filter(one -> !known.contains(one)).forEach(one -> jdbc.sql("insert into organisation_rights_journal (kind, holder, subject, detail, since_at) values (?, ?, ?, ?, ?)")
        .params(one.kind(), one.holder(), one.subject(), one.detail(), now).update());
  }

  /** What everybody held at some time of a day, at most 5,000 lines. */
  List<Line> of(LocalDate day) {
    return jdbc.sql("select " + HELD + " from organisation_rights_journal where since_at < :end and (until_at is null or until_at >= :begin) order by kind, holder, subject, id limit " + MOST)
        .param("begin", begin(day)).param("end", begin(day.plusDays(1))).query(Line.class).list();
  }

  /** What one person held at some time of a day: places in groups, own rights, and those of the groups and of everybody. */
  List<Line> of(LocalDate day, String person) {
    return jdbc.sql("select " + HELD + " from organisation_rights_journal where since_at < :end and (until_at is null or until_at >= :begin) and (holder = :person or kind = '" + HeldRight.RIGHT
            + "' and (holder = '*' or holder in (select m.subject from organisation_rights_journal m where m.kind = '" + HeldRight.MEMBER
            + "' and m.holder = :person and m.since_at < :end and (m.until_at is null or m.until_at >= :begin)))) order by kind, holder, subject, id limit " + MOST)
        .param("begin", begin(day)).param("end", begin(day.plusDays(1))).param("person", person).query(Line.class).list();
  }

  private static String begin(LocalDate day) {
    return MILLISECONDS.format(day.atStartOfDay());
  }
}
