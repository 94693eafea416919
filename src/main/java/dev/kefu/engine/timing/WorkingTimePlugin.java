package dev.kefu.engine.timing;

import dev.kefu.calendar.WorkingCalendar;
import lombok.RequiredArgsConstructor;
import org.camunda.bpm.engine.impl.calendar.CycleBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DueDateBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.DurationBusinessCalendar;
import org.camunda.bpm.engine.impl.calendar.MapBusinessCalendarManager;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Replaces the engine's calendars: timers, cycles, due and follow-up dates all ask them. */
@Component
@RequiredArgsConstructor
class WorkingTimePlugin extends AbstractProcessEnginePlugin {

  private final WorkingCalendar calendar;

  @Override
  public void preInit(ProcessEngineConfigurationImpl configuration) {
    MapBusinessCalendarManager calendars = new MapBusinessCalendarManager();
    calendars.addBusinessCalendar(DurationBusinessCalendar.NAME, new SpanCalendar(calendar, new DurationBusinessCalendar(), "a length of time"));
    calendars.addBusinessCalendar(DueDateBusinessCalendar.NAME, new SpanCalendar(calendar, new DueDateBusinessCalendar(), "a due date"));
    calendars.addBusinessCalendar(CycleBusinessCalendar.NAME, new SpanCycleCalendar(calendar));
    configuration.setBusinessCalendarManager(calendars);
  }
}
