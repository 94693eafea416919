package dev.kefu.aftersales.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One person's shift on one day of a published roster. A change ends it with a version; the row stays, as history. */
@Entity
@Table(name = "aftersales_shifts")
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RosterShift {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;
  private String rosterNumber;
  private LocalDate dutyOn;
  private String shiftKind;
  private String person;
  private String area;
  private int sinceVersion;
  private Integer untilVersion;

  RosterShift(String rosterNumber, LocalDate dutyOn, ShiftKind kind, String person, String area, int sinceVersion) {
    this.rosterNumber = rosterNumber;
    this.dutyOn = dutyOn;
    this.shiftKind = kind.code();
    this.person = person;
    this.area = area;
    this.sinceVersion = sinceVersion;
  }

  ShiftKind kind() {
    return ShiftKind.of(shiftKind);
  }

  /**
   * Ends the shift with the version that no longer has it.
   *
   * @throws IllegalStateException when it has ended already, or would end before it began
   */
  void replacedIn(int version) {
    if (untilVersion != null || version <= sinceVersion) {
      throw new IllegalStateException("The shift of %s on %s cannot end with version %d: it stands since %d, until %s.".formatted(person, dutyOn, version, sinceVersion, untilVersion));
    }
    untilVersion = version;
  }
}
