package dev.kefu.deadline.clocks;

import dev.kefu.deadline.DeadlineSweep;
import dev.kefu.deadline.clocks.TaskClock.Done;
import dev.kefu.engine.CaseInLog;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.slf4j.MDC;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks at the clocks whose moment has come. Every node sweeps; a clock belongs to whoever locks its row. All that happens on a rung is one
 * transaction with the note that it happened: a node that dies in the middle leaves nothing behind, and the next sweep does it.
 */
@Slf4j
@Component
@RequiredArgsConstructor
class Sweep implements DeadlineSweep {

  private final ClockTables tables;
  private final ClockKeeper keeper;
  private final Escalation escalation;
  private final ProcessEngineConfigurationImpl engine;
  private final TransactionTemplate transactions;
  private final Clock clock;

  @Override
  @Scheduled(fixedDelayString = "${kefu.deadline.sweep-every:PT1M}")
  public void sweep() {
    sweep(row -> { });
  }

  /**
   * Sweeps once.
   *
   * @param beforeCommit what a test does in the middle
   * @return how many clocks were seen to
   */
  int sweep(Consumer<TaskClock> beforeCommit) {
    int seen = each(tables::stale, tables::claimStale, keeper::reckon, beforeCommit);
    Instant now = clock.instant();
    seen += each(after -> tables.dueBy(now, after), id -> tables.claimDue(id, now), row -> climb(row, now), beforeCommit);
    tables.beat();
    return seen;
  }

  private int each(LongFunction<List<Long>> page, LongFunction<Optional<TaskClock>> claim, Consumer<TaskClock> work,
                   Consumer<TaskClock> beforeCommit) {
    int seen = 0;
    List<Long> ids = page.apply(0);
    while (!ids.isEmpty()) {
      for (long id : ids) {
        seen += one(id, claim, work, beforeCommit) ? 1 : 0;
      }
      ids = page.apply(ids.get(ids.size() - 1));
    }
    return seen;
  }

  private boolean one(long id, LongFunction<Optional<TaskClock>> claim, Consumer<TaskClock> work,
                      Consumer<TaskClock> beforeCommit) {
    try {
      return Boolean.TRUE.equals(transactions.execute(status -> inEngine(() -> {
        Optional<TaskClock> claimed = claim.apply(id);
        claimed.ifPresent(row -> {
          MDC.put(CaseInLog.CASE_NUMBER, row.caseNumber());
          work.andThen(beforeCommit).accept(row);
        });
        return claimed.isPresent();
      })));
    } catch (RuntimeException e) {
      // One clock must not stop the others; the next sweep tries again.
      log.error("Clock {} could not be seen to; the next sweep tries again", id, e);
      return false;
    } finally {
      MDC.remove(CaseInLog.CASE_NUMBER);
    }
  }

  private boolean inEngine(BooleanSupplier work) {
    Command<Boolean> command = context -> context.runWithoutAuthorization(work::getAsBoolean);
    return engine.getCommandExecutorTxRequired().execute(command);
  }

  private void climb(TaskClock row, Instant now) {
    TaskClock climbed = row;
    if (isTime(row.done().reminded(), row.moments().remind(), now)) {
      escalation.remind(climbed);
      climbed = with(climbed, new Done(now, climbed.done().escalated(), climbed.done().handedOver()), climbed.superiors());
    }
    if (isTime(row.done().escalated(), row.moments().due(), now)) {
      String superiors = escalation.escalate(climbed);
      climbed = with(climbed, new Done(climbed.done().reminded(), now, climbed.done().handedOver()), superiors);
    }
    if (isTime(row.done().handedOver(), row.moments().handOver(), now)) {
      climbed = with(climbed, new Done(climbed.done().reminded(), climbed.done().escalated(), now), escalation.superiorsNow(climbed));
      // Before it happens: whoever has a task because it is late does not lose it as a mere stand-in.
      tables.took(climbed);
      escalation.handOver(climbed);
    }
    tables.took(climbed);
  }

  private static boolean isTime(Instant done, Instant moment, Instant now) {
    return done == null && !moment.isAfter(now);
  }

  private static TaskClock with(TaskClock row, Done done, String superiors) {
    return new TaskClock(row.id(), row.taskId(), row.processInstanceId(), row.caseNumber(), row.processKey(), row.step(), row.typed(), row.span(), row.anchor(),
        row.createdAt(), row.anchoredAt(), row.moments(), done, superiors, row.state(), row.pausedSince());
  }
}
