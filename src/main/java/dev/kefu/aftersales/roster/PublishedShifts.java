package dev.kefu.aftersales.roster;

import dev.kefu.aftersales.Shifts;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Shifts that stand in the newest version of their rosters. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
class PublishedShifts implements Shifts {

  private final RosterShiftRepository shifts;
  private final ShiftHours hours;

  @Override
  public List<Duty> on(LocalDate day) {
    return duties(shifts.findByDutyOnBetweenAndUntilVersionIsNullOrderByDutyOnAscPersonAscId(day, day));
  }

  @Override
  public List<Duty> of(String person, LocalDate first, LocalDate last) {
    return duties(shifts.findByPersonAndDutyOnBetweenAndUntilVersionIsNullOrderByDutyOnAscId(person, first, last));
  }

  private List<Duty> duties(List<RosterShift> rows) {
    return rows.stream().map(this::duty).sorted(Comparator.comparing(Duty::from).thenComparing(Duty::person)).toList();
  }

  private Duty duty(RosterShift shift) {
    return new Duty(shift.getDutyOn(), shift.getShiftKind(), shift.getPerson(), shift.getArea(), hours.from(shift.getDutyOn(), shift.kind()), hours.until(shift.getDutyOn(), shift.kind()),
        shift.getRosterNumber());
  }
}
