package dev.kefu.deadline.clocks;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import dev.kefu.deadline.clocks.Anchors.Anchor;
import dev.kefu.deadline.clocks.ClockTables.Pause;
import dev.kefu.deadline.clocks.DeadlineTable.Deadline;
import dev.kefu.deadline.clocks.TaskClock.Done;
import dev.kefu.deadline.clocks.TaskClock.Moments;
import dev.kefu.deadline.clocks.TaskClock.State;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Starts, stops and sets the clocks of tasks and cases, always inside the engine's own command and transaction. */
@Component
@RequiredArgsConstructor
class ClockKeeper {

  private static final String CREATED = "created";

  private final ClockTables tables;
  private final DeadlineTable deadlines;
  private final Anchors anchors;
  private final WorkingCalendar calendar;
  private final Clock clock;

  /** Gives a new task its due date and a clock: by the capability's table, else by the due date typed into the diagram. */
  void taskCreated(TaskEntity task) {
    ExecutionEntity execution = task.getExecution();
    String typed = typedDueDate(task);
    Optional<Deadline> deadline = deadlines.find(processKey(execution), stepOf(task.getTaskDefinitionKey()), DeadlineTable.gradeOf(execution), execution::getVariables)
        .or(() -> typed(typed, task.getDueDate()));
    deadline.ifPresent(found -> {
      Instant now = now();
      TaskClock started = set(new TaskClock(0, task.getId(), execution.getProcessInstanceId(), caseNumber(execution), processKey(execution),
          stepOf(task.getTaskDefinitionKey()), typed, found.span(), found.anchor(), now, now, null, Done.NOTHING, null, State.RUNNING, null), found, execution);
      tables.insert(started);
      task.setDueDate(Date.from(started.moments().due()));
    });
  }

  void taskEnded(String taskId) {
    tables.stopTask(taskId);
  }

  /** Starts the clock of a whole case, if a table has a row for it; called processes belong to their caller's case. */
  void caseStarted(ExecutionEntity execution) {
    if (execution.getSuperExecution() != null) {
      return;
    }
    deadlines.find(processKey(execution), TaskClock.WHOLE_CASE, DeadlineTable.gradeOf(execution), execution::getVariables).ifPresent(found -> {
      Instant now = now();
      tables.insert(set(new TaskClock(0, null, execution.getProcessInstanceId(), caseNumber(execution), processKey(execution), TaskClock.WHOLE_CASE, null, found.span(),
          found.anchor(), now, now, null, Done.NOTHING, null, State.RUNNING, null), found, execution));
    });
  }

  /** Stops what still runs of an instance, and its waiting. */
  void instanceEnded(ExecutionEntity execution) {
    boolean waited = tables.resumeInstance(execution.getProcessInstanceId());
    tables.stopInstance(execution.getProcessInstanceId());
    if (waited) {
      reckonCase(caseNumber(execution));
    }
  }

  /** All other clocks of the case stand still from now on. */
  void waitingBegan(ExecutionEntity execution) {
    tables.pause(execution.getActivityInstanceId(), execution.getProcessInstanceId(), caseNumber(execution), stepOf(execution.getCurrentActivityId()));
    reckonCase(caseNumber(execution));
  }

  void waitingEnded(ExecutionEntity execution) {
    if (tables.resume(execution.getActivityInstanceId())) {
      reckonCase(caseNumber(execution));
    }
  }

  /** Reckons all open clocks of a case anew; what has happened already does not happen again. */
  void reckonCase(String caseNumber) {
    tables.openOfCase(caseNumber).forEach(this::reckon);
  }

  /** Reckons one clock anew: table, anchor, pauses, calendar. A task's due date follows. */
  void reckon(TaskClock old) {
    TaskEntity task = old.isWholeCase() ? null : Context.getCommandContext().getTaskManager().findTaskById(old.taskId());
    ExecutionEntity execution = task != null ? task.getExecution() : Context.getCommandContext().getExecutionManager().findExecutionById(old.processInstanceId());
    if (execution == null || !old.isWholeCase() && task == null) {
      return;
    }
    Deadline deadline = deadlines.find(old.processKey(), old.step(), DeadlineTable.gradeOf(execution), execution::getVariables).orElse(new Deadline(old.span(), old.anchor()));
    TaskClock changed = set(old, deadline, execution);
    tables.reckoned(changed);
    if (task != null && !changed.moments().due().equals(old.moments().due())) {
      task.setDueDate(Date.from(changed.moments().due()));
    }
  }

  private TaskClock set(TaskClock old, Deadline deadline, ExecutionEntity execution) {
    List<Pause> pauses = tables.pauses(old.caseNumber()).stream()
        .filter(pause -> !(pause.processInstanceId().equals(old.processInstanceId()) && pause.step().equals(old.step())))
        .filter(pause -> pause.until() == null || pause.until().isAfter(old.createdAt())).toList();
    Anchor anchor = anchors.find(deadline.anchor(), old.createdAt(), old.processInstanceId(), old.caseNumber(), execution);
    TimeSpan span = anchor.fixed() ? deadline.span() : new TimeSpan(Math.abs(deadline.span().amount()), deadline.span().unit());
    Moments moments = anchor.fixed() ? Reckoning.until(calendar, old.createdAt(), calendar.due(anchor.moment(), span), span, pauses)
        : Reckoning.from(calendar, anchor.moment(), span, pauses);
    Optional<Instant> pausedSince = pauses.stream().filter(pause -> pause.until() == null).map(Pause::since).min(Instant::compareTo);
    return new TaskClock(old.id(), old.taskId(), old.processInstanceId(), old.caseNumber(), old.processKey(), old.step(), old.typed(), deadline.span(), deadline.anchor(),
        old.createdAt(), anchor.moment(), moments, old.done(), old.superiors(), pausedSince.isPresent() ? State.PAUSED : State.RUNNING, pausedSince.orElse(null));
  }

  /** A due date that is no span ({@code P2D}, an expression) was worked out by the engine: its time counts in hours. */
  private Optional<Deadline> typed(String text, Date due) {
    if (TimeSpan.isSpan(text)) {
      return Optional.of(new Deadline(TimeSpan.parse(text), CREATED));
    }
    return Optional.ofNullable(due).map(date -> Math.max(1, Duration.between(now(), date.toInstant()).toHours()))
        .map(hours -> new Deadline(new TimeSpan(hours.intValue(), TimeSpan.Unit.H), CREATED));
  }

  private static String typedDueDate(TaskEntity task) {
    var definition = task.getTaskDefinition();
    return definition == null || definition.getDueDateExpression() == null ? null : definition.getDueDateExpression().getExpressionText();
  }

  /** The step as the catalogue calls it: {@code userTask_checkField} is {@code checkField}. */
  static String stepOf(String elementId) {
    return elementId.substring(elementId.indexOf('_') + 1);
  }

  /** A case without a number is known by its top instance. */
  static String caseNumber(ExecutionEntity execution) {
    String number = execution.getProcessInstance() == null ? null : execution.getProcessInstance().getBusinessKey();
    return number != null ? number : execution.getRootProcessInstanceId();
  }

  private static String processKey(ExecutionEntity execution) {
    return execution.getProcessDefinition().getKey();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
