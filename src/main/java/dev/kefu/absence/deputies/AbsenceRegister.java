package dev.kefu.absence.deputies;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.reporting.Register;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who acted for whom, as a file. The reason of an absence is its person's own affair and is not in it. */
@Configuration(proxyBeanMethods = false)
class AbsenceRegister {

  private static final Map<String, String> KINDS = Map.of("ABSENCE", "Absence 缺勤", "LEAVING", "Leaving 離職");

  /** Absences by their first day, those that were called off too. */
  @Bean
  Register absenceExport() {
    return new Register("absences", "Absences and deputies 缺勤代理台帳", Set.of("absences"), "absences a", "a.id", "a.first_day", List.of(code("Kind 類別", "a.kind", KINDS),
        text("Person 缺勤人", "a.person"), text("Deputy 代理人", "a.deputy"), date("From 開始日期", "a.first_day"), date("Until 結束日期", "a.last_day"),
        text("Entered by 登記人", "a.entered_by"), time("Entered 登記時間", "a.entered_at"), text("Ended by 結束人", "a.ended_by"), time("Ended 結束時間", "a.ended_at")));
  }
}
