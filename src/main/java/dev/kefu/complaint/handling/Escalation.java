package dev.kefu.complaint.handling;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** One time that a complaint went to the next level. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Escalation {

  private Instant escalatedAt;
  private String outcome;

  Escalation(Instant escalatedAt) {
    this.escalatedAt = escalatedAt;
  }

  /** What the level decided: its order, or where the matter went. */
  void decided(String what) {
    outcome = what;
  }
}
