package dev.kefu.aftersales.roster;

import java.time.LocalDate;

/** One person's shift on one day, published or planned. */
record PlannedShift(LocalDate day, ShiftKind kind, String person, String area) {

  /** Readable: day and shift. */
  String label() {
    return day + " " + kind.label();
  }
}
