package dev.kefu.calendar;

/** Working hours, holidays or exceptions changed: whoever keeps due dates computes them again. Published inside the transaction of the change. */
public record CalendarChanged() {
}
