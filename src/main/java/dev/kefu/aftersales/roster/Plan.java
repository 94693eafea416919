package dev.kefu.aftersales.roster;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The form service-roster-plan.
 *
 * @param rows shifts
 * @param leaves null when nobody is on leave
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Plan(List<Row> rows, List<Leave> leaves) {

  /**
   * The same shift of a person on one day or on each day up to another.
   *
   * @param lastDay null for one day
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Row(LocalDate day, LocalDate lastDay, String shift, String person, String area) {

    private Stream<PlannedShift> shifts() {
      LocalDate end = lastDay == null ? day : lastDay;
      if (end.isBefore(day)) {
        throw new FactsRefused("Last day 至: %s is before %s 早於開始日期".formatted(end, day));
      }
      return day.datesUntil(end.plusDays(1)).map(date -> new PlannedShift(date, ShiftKind.of(shift), person, area));
    }
  }

  /**
   * Each shift of each day.
   *
   * @throws FactsRefused a row that ends before it begins, or a day outside of the month
   */
  List<PlannedShift> shifts(YearMonth month) {
    List<PlannedShift> shifts = rows.stream().flatMap(Row::shifts).toList();
    shifts.stream().filter(shift -> !YearMonth.from(shift.day()).equals(month)).findFirst().ifPresent(outside -> {
      throw new FactsRefused("Date 日期: %s is not in %s 不在該月份內".formatted(outside.day(), month));
    });
    return shifts;
  }

  List<Leave> leavesOrNone() {
    return leaves == null ? List.of() : leaves;
  }
}
