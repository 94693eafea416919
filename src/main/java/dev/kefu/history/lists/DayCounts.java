package dev.kefu.history.lists;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Counts at night what was done at each step on the days that are over. What is counted stays counted when the engine forgets a case. */
@Slf4j
@Component
@RequiredArgsConstructor
class DayCounts {

  /** What counts for a step that came to its end. */
  static final String OF_FINISHED = "case when a.ACT_INST_STATE_ = 2 then 0 else %s end";
  /** What counts for one that was ended by something else. */
  static final String OF_CANCELED = "case when a.ACT_INST_STATE_ = 2 then %s else 0 end";
  /** Of a repeated step the history has a row for the whole, beside those of its repetitions. */
  static final String STEP = "a.ACT_ID_ not like '%#multiInstanceBody'";

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** Long after midnight: what ended on a day must be committed before the day is counted. */
  @Scheduled(cron = "${kefu.history.count-at}", zone = "Asia/Shanghai")
  void count() {
    countUntil(LocalDate.now(clock).minusDays(1));
  }

  /** Counts what ended on this day and before, unless that is done. */
  void countUntil(LocalDate day) {
    try {
      transaction.executeWithoutResult(status -> count(day));
    } catch (DuplicateKeyException e) {
      log.info("Another node counts the steps until {}", day);
    }
  }

  private void count(LocalDate day) {
    Optional<LocalDate> before = last();
    if (before.isPresent() && !before.get().isBefore(day)) {
      return;
    }
    // First of all: a second node stops here.
    jdbc.sql("insert into history_days_counted (counted_day) values (?)").param(Date.valueOf(day)).update();
    int rows = jdbc.sql("insert into history_step_counts (definition_id, activity, begun_on, counted_day, finished, cancelled, lasted)"
            + " select a.PROC_DEF_ID_, a.ACT_ID_, cast(a.START_TIME_ as date), cast(:day as date), sum(" + OF_FINISHED.formatted("1") + "), sum(" + OF_CANCELED.formatted("1")
            + "), sum(" + OF_FINISHED.formatted("coalesce(a.DURATION_, 0)") + ")"
            + " from ACT_HI_ACTINST a where a.END_TIME_ >= :after and a.END_TIME_ < :until and a.PROC_DEF_ID_ is not null and " + STEP
            + " group by a.PROC_DEF_ID_, a.ACT_ID_, cast(a.START_TIME_ as date)")
        .param("day", Date.valueOf(day)).param("after", uncounted(before)).param("until", Timestamp.valueOf(day.plusDays(1).atStartOfDay())).update();
    log.info("Counted the steps that ended until {}: {} rows", day, rows);
  }

  /** From when on nothing is counted yet. */
  Timestamp uncounted() {
    return uncounted(last());
  }

  private static Timestamp uncounted(Optional<LocalDate> last) {
    return Timestamp.valueOf(last.map(day -> day.plusDays(1).atStartOfDay()).orElse(LocalDateTime.of(1970, 1, 2, 0, 0)));
  }

  private Optional<LocalDate> last() {
    return jdbc.sql("select max(counted_day) from history_days_counted").query(Date.class).optional().map(Date::toLocalDate);
  }
}
