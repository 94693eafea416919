package dev.kefu.aftersales.technicians;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The register of technicians. */
@Service
@RequiredArgsConstructor
@Transactional
public class Technicians {

  private static final int LONGEST_DISTRICT = 60;

  private final TechnicianRepository technicians;

  /** All technicians, in the order of their user ids. */
  @Transactional(readOnly = true)
  public List<TechnicianCard> all() {
    return technicians.findAllByOrderByPerson().stream().map(Technician::card).toList();
  }

  /** All districts that some active technician goes to. */
  @Transactional(readOnly = true)
  public Set<String> districts() {
    return all().stream().filter(TechnicianCard::active).flatMap(card -> card.districts().stream()).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Whether the register knows the person. */
  @Transactional(readOnly = true)
  public boolean knows(String person) {
    return technicians.findByPerson(person).isPresent();
  }

  /**
   * Sets what a technician can do; registers one that is not there yet.
   *
   * @throws IllegalArgumentException for an unknown skill or an empty or too long district; the message says which
   */
  public TechnicianCard set(String person, boolean active, Set<String> skills, Set<String> districts) {
    skills.stream().filter(skill -> !Skills.NAMES.containsKey(skill)).findFirst().ifPresent(skill -> {
      throw new IllegalArgumentException("skills: \"" + skill + "\" is none of " + Skills.NAMES.keySet() + " 無此技能");
    });
    districts.stream().filter(district -> district.isBlank() || district.length() > LONGEST_DISTRICT).findFirst().ifPresent(district -> {
      throw new IllegalArgumentException("districts: a district has 1 to " + LONGEST_DISTRICT + " characters 區域名稱長度無效");
    });
    Technician technician = technicians.findByPerson(person).orElseGet(() -> technicians.save(new Technician(person)));
    technician.set(active, skills, districts.stream().map(String::strip).collect(Collectors.toSet()));
    return technician.card();
  }
}
