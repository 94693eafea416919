package dev.kefu.aftersales.roster;

import static dev.kefu.reporting.Register.Field.code;
import static dev.kefu.reporting.Register.Field.date;
import static dev.kefu.reporting.Register.Field.number;
import static dev.kefu.reporting.Register.Field.text;
import static dev.kefu.reporting.Register.Field.time;

import dev.kefu.reporting.Register;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Rosters, their shifts, swaps and absences as files. */
@Configuration(proxyBeanMethods = false)
class RosterFiles {

  private static final Map<String, String> KINDS = Map.of("early", "Early 早班", "middle", "Middle 中班", "late", "Late 晚班", "onCall", "On call 待命");

  private static final Map<String, String> SECTIONS = Arrays.stream(Section.values()).collect(Collectors.toMap(Section::code, Section::label));
  private static final Map<String, String> CHANGES = Map.of("SWAP", "Swap 換班", "ABSENCE", "Absence 缺勤");
  private static final Map<String, String> DECISIONS = Map.of("ASKED", "Asked 已申請", "AGREED", "Agreed 已同意", "DECLINED", "Declined by the partner 對方不同意", "REFUSED", "Refused 未批准",
      "PUBLISHED", "Published 已公布", "CANCELLED", "Cancelled 已取消");
  private static final Map<String, String> STATES = Map.of("PLANNING", "Being planned 編制中", "SUBMITTED", "Submitted 待審批", "IN_FORCE", "In force 執行中", "PUBLISHED", "Over 已結束",
      "REJECTED", "Rejected 已否決", "WITHDRAWN", "Withdrawn 已撤回", "CANCELLED", "Cancelled 已取消");

  /** Rosters by the moment at which they were begun. */
  @Bean
  Register rostersExport() {
    return new Register("rosters", "Rosters 排班表台帳", Set.of("aftersales_rosters"), "aftersales_rosters r", "r.id", "r.opened_at", List.of(text("Roster 排班表", "r.case_number"),
        code("Section 部門", "r.section", SECTIONS), text("Month 月份", "r.roster_month"), number("Forecast (h) 預測工時", "r.forecast_hours"), number("Staffed (h) 排班工時", "r.staffed_hours"),
        text("Planned by 編制人", "r.planned_by"), number("Version 版本", "r.current_version"), time("Published 公布時間", "r.published_at"), code("State 狀態", "r.status", STATES)));
  }

  /** Swaps and absences by the moment at which they were asked. */
  @Bean
  Register rosterChangesExport() {
    return new Register("roster-changes", "Swaps and absences 換班與缺勤台帳", Set.of("aftersales_swaps"), "aftersales_swaps c join aftersales_rosters r on r.id = c.roster_id", "c.id", "c.asked_at",
        List.of(text("Roster 排班表", "r.case_number"), code("Kind 類別", "c.kind", CHANGES), text("Person 人員", "c.person"), text("Partner 換班人", "c.partner"),
            date("From 自", "c.first_day"), date("To 至", "c.last_day"), code("Own shift 原班次", "c.own_shift", KINDS), date("Other day 換後日期", "c.other_day"),
            code("Other shift 換後班次", "c.other_shift", KINDS), text("Reason 原因", "c.reason"), number("Shifts concerned 涉及班次", "c.shifts_concerned"), number("Uncovered 未補位", "c.uncovered"),
            text("Asked by 申請人", "c.asked_by"), time("Asked 申請時間", "c.asked_at"), text("Decided by 審批人", "c.decided_by"), text("Reason of the decision 審批意見", "c.decision_reason"),
            time("Decided 審批時間", "c.decided_at"), number("Roster version 排班表版本", "c.roster_version"), code("State 狀態", "c.status", DECISIONS)));
  }

  /** Shifts by the day of duty, also those that a change of the roster ended. */
  @Bean
  Register shiftsExport() {
    return new Register("shifts", "Shifts 排班台帳", Set.of("aftersales_shifts"), "aftersales_shifts s", "s.id", "s.duty_on", List.of(text("Roster 排班表", "s.roster_number"),
        date("Day 日期", "s.duty_on"), code("Shift 班次", "s.shift_kind", KINDS), text("Person 人員", "s.person"), text("Area 區域", "s.area"),
        number("Since version 起始版本", "s.since_version"), number("Until version 終止版本", "s.until_version")));
  }
}
