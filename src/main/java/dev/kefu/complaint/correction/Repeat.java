package dev.kefu.complaint.correction;

import jakarta.persistence.Embeddable;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** The same complaint again. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Repeat {

  private int roundNo;
  private String caseNumber;

  Repeat(int roundNo, String caseNumber) {
    this.roundNo = roundNo;
    this.caseNumber = caseNumber;
  }
}
