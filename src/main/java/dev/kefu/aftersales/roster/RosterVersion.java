package dev.kefu.aftersales.roster;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A version of a published roster: who changed it when, and why. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RosterVersion {

  private String reason;
  private String madeBy;
  private Instant madeAt;

  RosterVersion(String reason, String madeBy, Instant madeAt) {
    this.reason = reason;
    this.madeBy = madeBy;
    this.madeAt = madeAt;
  }
}
