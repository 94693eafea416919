package dev.kefu.deadline.clocks;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Date;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.spin.json.SpinJsonNode;
import org.springframework.stereotype.Component;

/** Finds the moment that a deadline counts from. */
@Component
@RequiredArgsConstructor
class Anchors {

  private static final String DATE = "date:";
  private static final String SINCE = "since:";
  private static final String END = "end:";
  private static final int MONTHS_OF_QUARTER = 3;
  /** A day that is named lasts until its last minute. */
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59);

  private final Clock clock;

  /**
   * A moment to count from.
   *
   * @param fixed whether it is a date to work towards, not the beginning of the work
   */
  record Anchor(Instant moment, boolean fixed) {
  }

  /** The anchor as a table names it; what is not known yet counts from the creation. */
  Anchor find(String anchor, Instant created, String processInstanceId, String caseNumber, VariableScope variables) {
    if (anchor != null && anchor.startsWith(DATE)) {
      return date(anchor.substring(DATE.length()), variables).map(moment -> new Anchor(moment, true)).orElse(new Anchor(created, false));
    }
    if (anchor != null && anchor.startsWith(SINCE)) {
      return new Anchor(variables.getVariable(anchor.substring(SINCE.length())) instanceof Date since ? since.toInstant() : created, false);
    }
    if (anchor != null && anchor.startsWith(END)) {
      return new Anchor(end(anchor.substring(END.length()), processInstanceId).orElse(created), false);
    }
    LocalDate day = created.atZone(clock.getZone()).toLocalDate();
    return switch (anchor == null ? "" : anchor) {
      case "caseStarted" -> new Anchor(started(caseNumber).orElse(created), false);
      case "endOfDay" -> new Anchor(atEnd(day), true);
      case "endOfMonth" -> endOf(day);
      case "endOfQuarter" -> endOf(day.withDayOfMonth(1).plusMonths(MONTHS_OF_QUARTER - 1L - (day.getMonthValue() - 1) % MONTHS_OF_QUARTER));
      case "endOfYear" -> endOf(day.with(TemporalAdjusters.lastDayOfYear()));
      default -> new Anchor(created, false);
    };
  }

  private Anchor endOf(LocalDate dayOfMonth) {
    return new Anchor(atEnd(dayOfMonth.with(TemporalAdjusters.lastDayOfMonth())), true);
  }

  private Instant atEnd(LocalDate day) {
    return day.atTime(END_OF_DAY).atZone(clock.getZone()).toInstant();
  }

  private Optional<Instant> date(String path, VariableScope variables) {
    String[] parts = path.split("\\.");
    if (!(variables.getVariable(parts[0]) instanceof SpinJsonNode node)) {
      return Optional.empty();
    }
    for (int i = 1; i < parts.length; i++) {
      if (!node.isObject() || !node.hasProp(parts[i])) {
        return Optional.empty();
      }
      node = node.prop(parts[i]);
    }
    return node.isString() ? moment(node.stringValue()) : Optional.empty();
  }

  private Optional<Instant> moment(String text) {
    try {
      if (text.length() == "2026-01-01".length()) {
        return Optional.of(atEnd(LocalDate.parse(text)));
      }
      return Optional.of(text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d") ? OffsetDateTime.parse(text).toInstant()
          : LocalDateTime.parse(text).atZone(clock.getZone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Empty for a step that ends in this very transaction, too: it ended now. */
  private static Optional<Instant> end(String elementId, String processInstanceId) {
    return Context.getCommandContext().runWithoutAuthorization(() -> history().createHistoricActivityInstanceQuery().processInstanceId(processInstanceId)
        .activityId(elementId).finished().orderByHistoricActivityInstanceEndTime().desc().listPage(0, 1)).stream().findFirst()
        .map(HistoricActivityInstance::getEndTime).map(end -> end.toInstant());
  }

  private static Optional<Instant> started(String caseNumber) {
    return Context.getCommandContext().runWithoutAuthorization(() -> history().createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseNumber)
        .rootProcessInstances().listPage(0, 1)).stream().findFirst().map(HistoricProcessInstance::getStartTime).map(start -> start.toInstant());
  }

  private static HistoryService history() {
    return Context.getProcessEngineConfiguration().getHistoryService();
  }
}
