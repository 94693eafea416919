package dev.kefu.deadline.clocks;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.deadline.Deadlines;
import dev.kefu.engine.CaseAccess;
import dev.kefu.engine.CaseAccess.CaseInSight;
import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** What people may know of the clocks of a case: whoever may read what belongs to the case. */
@Service
@RequiredArgsConstructor
class ShownDeadlines implements Deadlines {

  private final ClockTables tables;
  private final DeadlineTable deadlines;
  private final ClockWords words;
  private final CaseAccess access;
  private final Clock clock;

  /**
   * A clock of a case.
   *
   * @param process process id
   * @param step step id, or {@code case}
   * @param stepName as people read it
   * @param deadline for example {@code 2wd}
   * @param countedFrom the anchor as the table says it
   * @param countedFromName the same as people read it
   * @param due when the time is over
   * @param state {@code running}, {@code dueSoon}, {@code overdue}, {@code paused} or {@code done}
   * @param pausedSince null unless paused
   * @param reminded null before; so are the next two
   */
  record ShownDeadline(String process, String step, String stepName, String taskId, String deadline, String countedFrom, String countedFromName,
                       OffsetDateTime from, OffsetDateTime due, Phase state, OffsetDateTime pausedSince, OffsetDateTime reminded, OffsetDateTime escalated, OffsetDateTime handedOver) {
  }

  /** All clocks of the case; empty when the caller may not know of it. */
  Optional<List<ShownDeadline>> of(String caseNumber) {
    return access.ofCase(caseNumber).filter(CaseInSight::mayRead).map(seen -> tables.ofCase(caseNumber).stream().map(this::shown).toList());
  }

  @Override
  public Map<String, Standing> standing(Collection<String> taskIds) {
    Instant now = clock.instant();
    return tables.openOfTasks(taskIds).stream().collect(Collectors.toMap(TaskClock::taskId,
        row -> new Standing(row.phase(now), row.done().escalated() != null, row.done().handedOver() != null), (one, other) -> other));
  }

  @Override
  public Optional<TimeSpan> spanOf(String processKey, String step, String grade) {
    return deadlines.find(processKey, step, grade, () -> Map.of(CaseVariables.SEVERITY, grade)).map(DeadlineTable.Deadline::span);
  }

  @Override
  public Map<String, Long> escalations(Instant from, Instant to) {
    return tables.escalations(from, to);
  }

  private ShownDeadline shown(TaskClock row) {
    return new ShownDeadline(row.processKey(), row.step(), words.step(row), row.taskId(), row.span().toString(), row.anchor(), words.countedFrom(row),
        at(row.anchoredAt()), at(row.moments().due()), row.phase(clock.instant()), at(row.pausedSince()), at(row.done().reminded()), at(row.done().escalated()), at(row.done().handedOver()));
  }

  private OffsetDateTime at(Instant moment) {
    return moment == null ? null : moment.atZone(clock.getZone()).toOffsetDateTime();
  }
}
