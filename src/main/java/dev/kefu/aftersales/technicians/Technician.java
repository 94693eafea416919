package dev.kefu.aftersales.technicians;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.Set;
import java.util.TreeSet;
import lombok.AccessLevel;
import lombok.NoArgsConstructor;

/** A repair technician. */
@Entity
@Table(name = "aftersales_technicians")
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Technician {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String person;
  private boolean active = true;
  @Version
  private int version;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "aftersales_technician_skills", joinColumns = @JoinColumn(name = "technician_id"))
  @Column(name = "skill")
  private Set<String> skills = new TreeSet<>();
  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "aftersales_technician_districts", joinColumns = @JoinColumn(name = "technician_id"))
  @Column(name = "district")
  private Set<String> districts = new TreeSet<>();

  Technician(String person) {
    this.person = person;
  }

  void set(boolean isActive, Set<String> newSkills, Set<String> newDistricts) {
    active = isActive;
    skills.retainAll(newSkills);
    skills.addAll(newSkills);
    districts.retainAll(newDistricts);
    districts.addAll(newDistricts);
  }

  TechnicianCard card() {
    return new TechnicianCard(person, active, new TreeSet<>(skills), new TreeSet<>(districts));
  }
}
