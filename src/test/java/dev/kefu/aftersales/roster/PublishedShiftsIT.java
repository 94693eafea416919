package dev.kefu.aftersales.roster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.aftersales.Shifts;
import dev.kefu.aftersales.Shifts.Duty;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@KefuIT
class PublishedShiftsIT {

  private static final String ROSTER = "RST-2031-000001";
  private static final LocalDate DAY = LocalDate.of(2031, 3, 3);

  @Autowired
  private Shifts shifts;

  @Autowired
  private JdbcClient jdbc;

  @Autowired
  private RosterShiftRepository repository;

  @AfterEach
  void takeAway() {
    jdbc.sql("delete from aftersales_shifts where roster_number = ?").param(ROSTER).update();
  }

  @Test
  void whoIsOnDutyIsToldWithTimesAndAreaAndAChangedShiftNoLonger() {
    RosterShift changed = new RosterShift(ROSTER, DAY, ShiftKind.LATE, "repair-technician", "east", 1);
    changed.replacedIn(2);
    repository.save(changed);
    repository.save(new RosterShift(ROSTER, DAY, ShiftKind.LATE, "repair-technician-2", "east", 2));
    repository.save(new RosterShift(ROSTER, DAY, ShiftKind.EARLY, "support-engineer", "west", 1));
    repository.save(new RosterShift(ROSTER, DAY.plusDays(1), ShiftKind.ON_CALL, "repair-technician-2", "east", 1));

    assertThat(shifts.on(DAY)).containsExactly(
        new Duty(DAY, "early", "support-engineer", "west", LocalDateTime.parse("2031-03-03T08:00"), LocalDateTime.parse("2031-03-03T16:00"), ROSTER),
        new Duty(DAY, "late", "repair-technician-2", "east", LocalDateTime.parse("2031-03-03T14:00"), LocalDateTime.parse("2031-03-03T22:00"), ROSTER));
    assertThat(shifts.of("repair-technician-2", DAY, DAY.plusDays(1))).extracting(Duty::until)
        .containsExactly(LocalDateTime.parse("2031-03-03T22:00"), LocalDateTime.parse("2031-03-05T08:00"));
    assertThat(shifts.of("repair-technician", DAY, DAY.plusDays(1))).isEmpty();
  }
}
