package dev.kefu.deadline.clocks;

import dev.kefu.deadline.Deadlines;
import dev.kefu.engine.CaseVariables;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.springframework.stereotype.Service;

/** What people may know of the clocks of a case: whoever sees a task of it, reads its process, or started it. */
@Service
@RequiredArgsConstructor
class ShownDeadlines implements Deadlines {

  private final ClockTables tables;
  private final TaskService taskService;
  private final RuntimeService runtimeService;
  private final HistoryService historyService;
  private final ProcessEngineConfigurationImpl engine;
  private final Clock clock;

  /**
   * A clock of a case.
   *
   * @param process process id
   * @param step step id, or {@code case}
   * @param deadline for example {@code 2wd}
   * @param countedFrom the anchor as the table says it
   * @param due when the time is over
   * @param state {@code running}, {@code paused} or {@code done}
   * @param pausedSince null unless paused
   * @param reminded null before; so are the next two
   */
  record ShownDeadline(String process, String step, String taskId, String deadline, String countedFrom, OffsetDateTime from, OffsetDateTime due, String state,
                       OffsetDateTime pausedSince, OffsetDateTime reminded, OffsetDateTime escalated, OffsetDateTime handedOver) {
  }

  /** All clocks of the case; empty when the caller may not know of it. */
  Optional<List<ShownDeadline>> of(String caseNumber, String caller) {
    return sees(caseNumber, caller) ? Optional.of(tables.ofCase(caseNumber).stream().map(this::shown).toList()) : Optional.empty();
  }

  @Override
  public Set<String> paused(Collection<String> taskIds) {
    return tables.pausedTasks(taskIds);
  }

  private boolean sees(String caseNumber, String caller) {
    return taskService.createTaskQuery().processInstanceBusinessKey(caseNumber).count() > 0
        || runtimeService.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count() > 0
        || historyService.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber).count() > 0
        || started(caseNumber, caller);
  }

  private boolean started(String caseNumber, String caller) {
    Command<Boolean> command = context -> context.runWithoutAuthorization(() -> historyService.createHistoricProcessInstanceQuery()
        .processInstanceBusinessKey(caseNumber).variableValueEquals(CaseVariables.STARTER, caller).count() > 0);
    return engine.getCommandExecutorTxRequired().execute(command);
  }

  private ShownDeadline shown(TaskClock row) {
    return new ShownDeadline(row.processKey(), row.step(), row.taskId(), row.span().toString(), row.anchor(), at(row.anchoredAt()), at(row.moments().due()),
        row.state().name().toLowerCase(Locale.ROOT), at(row.pausedSince()), at(row.done().reminded()), at(row.done().escalated()), at(row.done().handedOver()));
  }

  private OffsetDateTime at(Instant moment) {
    return moment == null ? null : moment.atZone(clock.getZone()).toOffsetDateTime();
  }
}
