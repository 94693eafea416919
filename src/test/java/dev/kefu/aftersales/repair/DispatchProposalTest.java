package dev.kefu.aftersales.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.aftersales.Shifts.Duty;
import dev.kefu.aftersales.repair.DispatchProposal.Job;
import dev.kefu.aftersales.technicians.TechnicianCard;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DispatchProposalTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
  private static final Job ON_SITE = new Job("hydraulic", "Pudong 浦東", DAY);
  private static final TechnicianCard ANN = technician("ann", "hydraulic", "Pudong 浦東");
  private static final TechnicianCard BO = technician("bo", "hydraulic", "Minhang 閔行");
  private static final TechnicianCard CAI = technician("cai", "software", "Pudong 浦東");

  @Test
  void skillComesFirst() {
    assertThat(persons(ON_SITE, List.of(), Map.of("ann", 9), CAI, ANN)).containsExactly("ann", "cai");
    assertThat(rank(ON_SITE, List.of(), Map.of(), CAI).get(0).suitable()).isFalse();
  }

  @Test
  void whoIsOnDutyComesBeforeWhoLivesThere() {
    assertThat(persons(ON_SITE, List.of(duty("bo")), Map.of(), ANN, BO)).containsExactly("bo", "ann");
  }

  @Test
  void districtComesBeforeLoadButOnlyOnSite() {
    assertThat(persons(ON_SITE, List.of(), Map.of("ann", 5), BO, ANN)).containsExactly("ann", "bo");
    assertThat(persons(new Job("hydraulic", null, DAY), List.of(), Map.of("ann", 5), ANN, BO)).containsExactly("bo", "ann");
  }

  @Test
  void whoWasAskedComesAfterTheOthersWithTheSkill() {
    assertThat(DispatchProposal.rank(ON_SITE, List.of(ANN, BO, CAI), List.of(), Map.of(), Map.of("ann", "refused 不接: ill"))).extracting(Candidate::person)
        .containsExactly("bo", "ann", "cai");
  }

  @Test
  void reasonsSayWhy() {
    assertThat(rank(ON_SITE, List.of(duty("ann")), Map.of("ann", 2), ANN).get(0).why())
        .isEqualTo("skill fits 技能相符: Leak, pressure 洩漏、壓力; on duty 在班: early shift 早班; goes to 負責區域 Pudong 浦東; open jobs 在手 2");
    assertThat(rank(ON_SITE, List.of(duty("bo")), Map.of(), CAI).get(0).why()).contains("lacks the skill 缺技能", "not on duty 不在班");
    assertThat(rank(ON_SITE, List.of(), Map.of(), BO).get(0).why()).contains("no roster published 未發佈排班", "does not go to 非負責區域 Pudong 浦東");
  }

  @Test
  void whoIsNotActiveIsNotProposed() {
    assertThat(rank(ON_SITE, List.of(), Map.of(), new TechnicianCard("dan", false, Set.of("hydraulic"), Set.of()))).isEmpty();
    assertThat(DispatchProposal.lines(List.of(), Map.of())).isEqualTo("No technician is registered 無登記的技術員");
  }

  private static List<String> persons(Job job, List<Duty> duties, Map<String, Integer> loads, TechnicianCard... technicians) {
    return rank(job, duties, loads, technicians).stream().map(Candidate::person).toList();
  }

  private static List<Candidate> rank(Job job, List<Duty> duties, Map<String, Integer> loads, TechnicianCard... technicians) {
    return DispatchProposal.rank(job, List.of(technicians), duties, loads, Map.of());
  }

  private static Duty duty(String person) {
    return new Duty(DAY, "early", person, "Pudong 浦東", DAY.atTime(8, 0), DAY.atTime(16, 0), "ROS-1");
  }

  private static TechnicianCard technician(String person, String skill, String district) {
    return new TechnicianCard(person, true, Set.of(skill), Set.of(district));
  }
}
