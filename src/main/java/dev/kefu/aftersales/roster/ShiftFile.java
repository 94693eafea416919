package dev.kefu.aftersales.roster;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The shifts of published rosters as a file. */
@Configuration(proxyBeanMethods = false)
class ShiftFile {

  private static final Map<String, String> KINDS = Map.of("early", "Early 早班", "middle", "Middle 中班", "late", "Late 晚班", "onCall", "On call 待命");

  /** Shifts by the day of duty, also those that a change of the roster ended. */
  @Bean
  Register shiftsExport() {
    return new Register("shifts", "Shifts 排班台帳", Set.of("aftersales_shifts"), "aftersales_shifts s", "s.id", "s.duty_on", List.of(text("Roster 排班表", "s.roster_number"),
        date("Day 日期", "s.duty_on"), code("Shift 班次", "s.shift_kind", KINDS), text("Person 人員", "s.person"), text("Area 區域", "s.area"),
        number("Since version 起始版本", "s.since_version"), number("Until version 終止版本", "s.until_version")));
  }
}
