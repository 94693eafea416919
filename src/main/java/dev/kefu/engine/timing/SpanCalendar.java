package dev.kefu.engine.timing;

import dev.kefu.calendar.TimeSpan;
import dev.kefu.calendar.WorkingCalendar;
import java.util.Date;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.calendar.BusinessCalendar;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;

/** Understands {@code 2wd}, {@code 30cd} and {@code 4h}, and leaves ISO texts to the engine's own calendar. */
@RequiredArgsConstructor
class SpanCalendar implements BusinessCalendar {

  private final WorkingCalendar calendar;
  private final BusinessCalendar stock;
  private final String meaning;

  /** Camunda Modeler leaves an empty due date where one was taken away: none. */
  @Override
  public Date resolveDuedate(String text, Task task) {
    return text == null || text.isBlank() ? null : resolveDuedate(text);
  }

  @Override
  public Date resolveDuedate(String text) {
    return resolveDuedate(text, ClockUtil.getCurrentTime());
  }

  /** A missing start means now, as in the engine's own calendars. */
  @Override
  public Date resolveDuedate(String text, Date start) {
    Date from = start == null ? ClockUtil.getCurrentTime() : start;
    if (TimeSpan.isSpan(text)) {
      return Date.from(calendar.due(from.toInstant(), TimeSpan.parse(text)));
    }
    try {
      return stock.resolveDuedate(text, from);
    } catch (ProcessEngineException e) {
      throw new ProcessEngineException("\"" + text + "\" is not " + meaning + ": write 2wd (working days), 30cd (calendar days), 4h (clock hours), an ISO duration"
        + " such as P2D or PT4H" + (meaning.contains("date") ? ", or a date such as 2026-01-31T09:00:00." : "."), e);
    }
  }
}
