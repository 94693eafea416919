package dev.kefu.complaint.handling;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A new date that the customer was told, because the time for the solution could not be kept. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class Promise {

  private LocalDate promisedFor;
  private String reason;
  private Instant toldAt;
  /** Whether the customer was told before the earlier date had passed. */
  private boolean toldInTime;

  Promise(LocalDate promisedFor, String reason, Instant toldAt, boolean toldInTime) {
    this.promisedFor = promisedFor;
    this.reason = reason;
    this.toldAt = toldAt;
    this.toldInTime = toldInTime;
  }
}
