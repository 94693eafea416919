package dev.kefu.aftersales.roster;

import java.time.LocalDate;
import java.util.List;
import org.springframework.data.repository.Repository;

interface RosterShiftRepository extends Repository<RosterShift, Long> {

  RosterShift save(RosterShift shift);

  /** Shifts that stand, of all rosters. */
  List<RosterShift> findByDutyOnBetweenAndUntilVersionIsNullOrderByDutyOnAscPersonAscId(LocalDate first, LocalDate last);

  /** Shifts of a person that stand, of all rosters. */
  List<RosterShift> findByPersonAndDutyOnBetweenAndUntilVersionIsNullOrderByDutyOnAscId(String person, LocalDate first, LocalDate last);

  /** Every shift that a roster ever had. */
  List<RosterShift> findByRosterNumberOrderByDutyOnAscPersonAscId(String rosterNumber);
}
