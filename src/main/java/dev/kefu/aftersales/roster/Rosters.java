package dev.kefu.aftersales.roster;

import dev.kefu.engine.CaseEnded;
import dev.kefu.engine.FactsRefused;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of rosters, of every version of their shifts, and of the changes that made them. */
@Service
@RequiredArgsConstructor
@Transactional
class Rosters {

  static final String PROCESS = "service-roster";

  private static final int DAYS_AROUND = 7;
  private static final Duration NOTICE = Duration.ofHours(24);

  private final RosterRepository rosters;
  private final RosterShiftRepository shifts;
  private final RosterChangeRepository changes;
  private final LoadForecast forecasts;
  private final ShiftHours hours;
  private final Clock clock;

  /** Opens a roster with its forecast; one that is open already stays as it is. */
  Roster open(String caseNumber, String processInstanceId, Section section, YearMonth month) {
    return rosters.findByProcessInstanceId(processInstanceId)
        .orElseGet(() -> rosters.save(new Roster(caseNumber, processInstanceId, section, month, forecasts.of(section), clock.instant())));
  }

  /** What a roster was planned for, in words. */
  String forecastFacts(Roster roster) {
    return new LoadForecast.Forecast(roster.getForecast().stream().map(row -> new LoadForecast.HalfHour(row.getArea(), row.getHalfHour(), row.getCasesDaily())).toList(),
        roster.getForecastHours()).facts();
  }

  /** Whether a roster of the section stands for the month. */
  boolean stands(Section section, YearMonth month) {
    return rosters.existsBySectionAndRosterMonthAndStatusIn(section.code(), month.toString(), Roster.Status.STANDING);
  }

  /** The first month, from the present one on, for which the section has no roster. */
  YearMonth nextWithout(Section section) {
    YearMonth month = YearMonth.now(clock);
    while (stands(section, month)) {
      month = month.plusMonths(1);
    }
    return month;
  }

  /**
   * Finds a roster.
   *
   * @throws IllegalStateException when there is none
   */
  Roster get(long id) {
    return rosters.findById(id).orElseThrow(() -> new IllegalStateException("The register has no roster " + id + "."));
  }

  /** All shifts that stand from a week before to a week after the month, of all rosters. */
  List<PlannedShift> around(YearMonth month) {
    return shifts.findByDutyOnBetweenAndUntilVersionIsNullOrderByDutyOnAscPersonAscId(month.atDay(1).minusDays(DAYS_AROUND), month.atEndOfMonth().plusDays(DAYS_AROUND)).stream()
        .map(Rosters::planned).toList();
  }

  /** The shifts of a roster that stand. */
  List<PlannedShift> current(Roster roster) {
    return rows(roster).stream().map(Rosters::planned).toList();
  }

  private List<RosterShift> rows(Roster roster) {
    return shifts.findByRosterNumberOrderByDutyOnAscPersonAscId(roster.getCaseNumber()).stream().filter(shift -> shift.getUntilVersion() == null).toList();
  }

  private static PlannedShift planned(RosterShift shift) {
    return new PlannedShift(shift.getDutyOn(), shift.kind(), shift.getPerson(), shift.getArea());
  }

  /** Publishes the plan as the first version; what is published already stays as it is. */
  void publish(Roster roster, List<PlannedShift> plan) {
    if (roster.getCurrentVersion() == 0) {
      roster.publish(clock.instant());
      plan.forEach(shift -> add(roster, shift));
    }
  }

  private void add(Roster roster, PlannedShift shift) {
    shifts.save(new RosterShift(roster.getCaseNumber(), shift.day(), shift.kind(), shift.person(), shift.area(), roster.getCurrentVersion()));
  }

  /**
   * Finds the shift of a person that begins at a moment.
   *
   * @throws FactsRefused when the person has none; the message names those around
   */
  PlannedShift shiftOf(Roster roster, String person, LocalDateTime from, String label, String name) {
    List<PlannedShift> own = current(roster).stream().filter(shift -> shift.person().equals(person)).toList();
    return own.stream().filter(shift -> hours.from(shift.day(), shift.kind()).equals(from)).findFirst().orElseThrow(() -> new FactsRefused(
        "%s: %s has no shift that begins at %s 當時無班次; %s".formatted(label, name, from.toString().replace('T', ' '), own.stream()
            .filter(shift -> Math.abs(shift.day().toEpochDay() - from.toLocalDate().toEpochDay()) <= DAYS_AROUND).map(shift -> hours.from(shift.day(), shift.kind()).toString().replace('T', ' '))
            .reduce((a, b) -> a + ", " + b).orElse("–"))));
  }

  /**
   * Refuses a shift that begins too soon to be swapped (P10: 24 h before the shift).
   *
   * @throws FactsRefused too late
   */
  void inTime(PlannedShift shift, String label) {
    LocalDateTime from = hours.from(shift.day(), shift.kind());
    if (from.isBefore(LocalDateTime.now(clock).plus(NOTICE))) {
      throw new FactsRefused("%s: a shift is swapped at the latest 24 hours before it begins; %s is too soon 換班須於班次開始前 24 小時申請".formatted(label, from.toString().replace('T', ' ')));
    }
  }

  /** How long the partner may think: until 24 hours before the shift begins. */
  long minutesToAgree(PlannedShift shift) {
    return Math.max(0, Duration.between(LocalDateTime.now(clock), hours.from(shift.day(), shift.kind()).minus(NOTICE)).toMinutes());
  }

  /** Keeps a swap or an absence; one that is kept already stays as it is. */
  RosterChange ask(RosterChange change, String by) {
    return changes.findByProcessInstanceId(change.getProcessInstanceId()).orElseGet(() -> changes.save(change.askedBy(by, clock.instant())));
  }

  /**
   * Finds a change.
   *
   * @throws IllegalStateException when there is none
   */
  RosterChange change(long id) {
    return changes.findById(id).orElseThrow(() -> new IllegalStateException("The register has no change " + id + "."));
  }

  /** What would stand after a swap, the days around included. */
  List<PlannedShift> afterSwap(Roster roster, RosterChange swap) {
    return replaced(around(roster.month()), Map.of(key(swap.own()), swap.getPartner(), key(swap.other()), swap.getPerson()));
  }

  /** The two shifts as they stand after a swap. */
  static Set<PlannedShift> swapped(List<PlannedShift> after, RosterChange swap) {
    return after.stream().filter(shift -> shift.person().equals(swap.getPartner()) && shift.day().equals(swap.getFirstDay()) && shift.kind() == swap.own().kind()
        || shift.person().equals(swap.getPerson()) && shift.day().equals(swap.getOtherDay()) && shift.kind() == swap.other().kind()).collect(Collectors.toSet());
  }

  /** Shifts of which some change hands. */
  static List<PlannedShift> replaced(List<PlannedShift> before, Map<PlannedShift, String> newHands) {
    return before.stream().map(shift -> newHands.containsKey(key(shift)) ? new PlannedShift(shift.day(), shift.kind(), newHands.get(key(shift)), shift.area()) : shift)
        .filter(shift -> !shift.person().isEmpty()).toList();
  }

  /** A shift without its area, as a key. */
  static PlannedShift key(PlannedShift shift) {
    return new PlannedShift(shift.day(), shift.kind(), shift.person(), null);
  }

  /**
   * Publishes the next version: shifts change hands.
   *
   * @param newHands shift without area to the user id of the new person, empty when nobody takes it
   */
  void publish(long rosterId, RosterChange change, Map<PlannedShift, String> newHands, String reason, String by) {
    if (change.getStatus() == RosterChange.Status.PUBLISHED) {
      return;
    }
    Roster roster = rosters.findForChange(rosterId).orElseThrow();
    List<RosterShift> leaving = rows(roster).stream().filter(row -> newHands.containsKey(key(planned(row)))).toList();
    if (leaving.size() != newHands.size()) {
      throw new FactsRefused("The roster changed meanwhile; look at it again. 班次其間已變更，請重新核對");
    }
    double hoursLost = leaving.stream().filter(row -> newHands.get(key(planned(row))).isEmpty()).mapToDouble(row -> hours.length(row.kind()).toMinutes() / 60.0).sum();
    int version = roster.change(reason, by, roster.getStaffedHours().subtract(BigDecimal.valueOf(hoursLost)), clock.instant());
    leaving.forEach(row -> {
      row.replacedIn(version);
      String person = newHands.get(key(planned(row)));
      if (!person.isEmpty()) {
        add(roster, new PlannedShift(row.getDutyOn(), row.kind(), person, row.getArea()));
      }
    });
    change.published(version, (int) newHands.values().stream().filter(String::isEmpty).count(), by, clock.instant());
  }

  /** Closes roster or change in the transaction in which its process ends. */
  @EventListener
  void on(CaseEnded ended) {
    if (PROCESS.equals(ended.processKey())) {
      rosters.findByProcessInstanceId(ended.processInstanceId()).ifPresent(roster -> roster.end(Roster.Status.valueOf(ended.outcome().toUpperCase(Locale.ROOT)), clock.instant()));
    } else if (ended.processKey().startsWith(PROCESS) && "cancelled".equals(ended.outcome())) {
      changes.findByProcessInstanceId(ended.processInstanceId()).ifPresent(RosterChange::cancel);
    }
  }
}
