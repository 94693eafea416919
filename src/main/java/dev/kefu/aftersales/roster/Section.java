package dev.kefu.aftersales.roster;

import java.util.Arrays;
import java.util.List;

/** The two sections that work by roster: who plans, who approves, who leads on the day, and whose shifts they are. */
enum Section {

  AFTER_SALES("afterSales", "After-sales 售後服務", "customer-service-supervisor", "after-sales-supervisor", "after-sales-supervisor",
      List.of("after-sales-specialist", "repair-technician", "technical-support-engineer")),
  CALL_CENTRE("callCentre", "Call centre 呼叫中心", "call-center-team-leader", "call-center-supervisor", "call-center-team-leader", List.of("call-center-agent", "call-center-team-leader"));

  private final String code;
  private final String label;
  private final String planner;
  private final String approver;
  private final String leader;
  private final List<String> staff;

  Section(String code, String label, String planner, String approver, String leader, List<String> staff) {
    this.code = code;
    this.label = label;
    this.planner = planner;
    this.approver = approver;
    this.leader = leader;
    this.staff = staff;
  }

  String code() {
    return code;
  }

  String label() {
    return label;
  }

  /** Role id of whoever plans. */
  String planner() {
    return planner;
  }

  /** Role id of whoever approves. */
  String approver() {
    return approver;
  }

  /** Role id of whoever decides on swaps and fills gaps. */
  String leader() {
    return leader;
  }

  /** Role ids of whoever has shifts. */
  List<String> staff() {
    return staff;
  }

  /**
   * The section with this code.
   *
   * @throws IllegalArgumentException when there is none
   */
  static Section of(String code) {
    return Arrays.stream(values()).filter(section -> section.code.equals(code)).findFirst().orElseThrow(() -> new IllegalArgumentException("No section has the code " + code + "."));
  }
}
