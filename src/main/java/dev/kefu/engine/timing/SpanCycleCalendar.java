package dev.kefu.engine.timing;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DateTimeUtil;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * Understands {@code R3/2wd} and {@code R/1wd}; everything else is left to the engine. The engine casts to {@link CycleBusinessCalendar},
 * and writes the first start into the text of a running cycle ({@code R3/2026-03-02T09:00:00/2wd}).
 */
@RequiredArgsConstructor
class SpanCycleCalendar extends CycleBusinessCalendar {

  private static final Pattern CYCLE = Pattern.compile("R(\\d{0,6})/(?:([^/]+)/)?([^/]+)");

  private final WorkingCalendar calendar;

  /** The next moment of the cycle after {@code start}, or after now; null when it is over. */
  @Override
  public Date resolveDuedate(String text, Date start, long repeatOffset) {
    Matcher cycle = CYCLE.matcher(text);
    if (cycle.matches() && TimeSpan.isSpan(cycle.group(3))) {
      return next(cycle, start == null ? ClockUtil.getCurrentTime() : start, repeatOffset);
    }
    try {
      return super.resolveDuedate(text, start, repeatOffset);
    } catch (ProcessEngineException e) {
      throw new ProcessEngineException("\"" + text + "\" is no cycle: write R3/2wd (three times, every two working days), R/PT1H (every hour), or a cron text such as"
        + " 0 0 9 ? * MON-FRI.", e);
    }
  }

  /** The offset is what an administrator added when moving the timer; it shifts the moments, not the cycle. */
  private Date next(Matcher cycle, Date after, long repeatOffset) {
    TimeSpan span = TimeSpan.parse(cycle.group(3));
    if (span.amount() <= 0) {
      throw new ProcessEngineException("\"" + cycle.group() + "\" is no cycle: the span must be longer than nothing.");
    }
    Date last = new Date(after.getTime() - repeatOffset);
    Date moment = cycle.group(2) == null ? last : DateTimeUtil.parseDate(cycle.group(2));
    int times = cycle.group(1).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(cycle.group(1));
    for (int i = 0; i < times && !moment.after(last); i++) {
      moment = Date.from(calendar.due(moment.toInstant(), span));
    }
    return moment.after(last) ? new Date(moment.getTime() + repeatOffset) : null;
  }
}
