package dev.kefu.aftersales.repair;

import dev.kefu.aftersales.Shifts.Duty;
import dev.kefu.aftersales.technicians.Skills;
import dev.kefu.aftersales.technicians.TechnicianCard;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Ranks technicians for a job (P55 step dispatch: skill, area, load): who has the skill comes first, then who is on duty that day, then for a job on
 * site who goes to the district, then who has the fewest open jobs.
 */
final class DispatchProposal {

  private static final Map<String, String> SHIFTS = Map.of("early", "early shift 早班", "middle", "middle shift 中班", "late", "late shift 晚班", "onCall", "on call 值守");

  private DispatchProposal() {
  }

  /**
   * A job to be given.
   *
   * @param skill kind of the fault
   * @param district where, null unless on site
   * @param day when
   */
  record Job(String skill, String district, LocalDate day) {
  }

  /** What somebody said to this job before, for example that it was refused; null for nothing. */
  private record Rated(TechnicianCard card, boolean skilled, boolean near, boolean onDuty, int load, List<String> reasons) {
  }

  /**
   * All active technicians, the best first.
   *
   * @param duties of the day; empty when no roster is published
   * @param loads open jobs per person
   * @param asked what who was asked before answered, in words, per person
   */
  static List<Candidate> rank(Job job, List<TechnicianCard> technicians, List<Duty> duties, Map<String, Integer> loads, Map<String, String> asked) {
    Comparator<Rated> order = Comparator.comparing((Rated rated) -> !rated.skilled()).thenComparing(rated -> asked.containsKey(rated.card().person()))
        .thenComparing(rated -> !rated.onDuty()).thenComparing(rated -> !rated.near()).thenComparing(Rated::load).thenComparing(rated -> rated.card().person());
    return technicians.stream().filter(TechnicianCard::active).map(card -> rate(job, card, duties, loads, asked)).sorted(order)
        .map(rated -> new Candidate(rated.card().person(), rated.skilled(), List.copyOf(rated.reasons()))).toList();
  }

  private static Rated rate(Job job, TechnicianCard card, List<Duty> duties, Map<String, Integer> loads, Map<String, String> asked) {
    boolean skilled = card.skills().contains(job.skill());
    boolean near = job.district() == null || card.districts().stream().anyMatch(district -> same(district, job.district()));
    Optional<Duty> duty = duties.stream().filter(shift -> shift.person().equals(card.person())).findFirst();
    int load = loads.getOrDefault(card.person(), 0);
    List<String> reasons = new ArrayList<>();
    reasons.add((skilled ? "skill fits 技能相符: " : "lacks the skill 缺技能: ") + Skills.NAMES.getOrDefault(job.skill(), job.skill()));
    reasons.add(duty.map(shift -> "on duty 在班: " + SHIFTS.getOrDefault(shift.kind(), shift.kind()))
        .orElse(duties.isEmpty() ? "no roster published 未發佈排班" : "not on duty 不在班"));
    if (job.district() != null) {
      reasons.add((near ? "goes to 負責區域 " : "does not go to 非負責區域 ") + job.district());
    }
    reasons.add("open jobs 在手 " + load);
    if (asked.containsKey(card.person())) {
      reasons.add(asked.get(card.person()));
    }
    return new Rated(card, skilled, near, duty.isPresent(), load, reasons);
  }

  /** Numbered lines for people, the best first. */
  static String lines(List<Candidate> candidates, Map<String, String> names) {
    List<String> lines = new ArrayList<>();
    for (Candidate candidate : candidates) {
      lines.add((lines.size() + 1) + ". " + names.getOrDefault(candidate.person(), candidate.person()) + ": " + candidate.why());
    }
    return lines.isEmpty() ? "No technician is registered 無登記的技術員" : lines.stream().collect(Collectors.joining("\n"));
  }

  private static boolean same(String one, String other) {
    return one.strip().toLowerCase(Locale.ROOT).equals(other.strip().toLowerCase(Locale.ROOT));
  }
}
