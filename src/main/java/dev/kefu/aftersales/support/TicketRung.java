package dev.kefu.aftersales.support;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A time that came while a ticket was handled, and who was told of it. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class TicketRung {

  @Enumerated(EnumType.STRING)
  private Rung rung;
  private Instant reachedAt;
  private String toldRoles;

  TicketRung(Rung rung, Instant reachedAt, String toldRoles) {
    this.rung = rung;
    this.reachedAt = reachedAt;
    this.toldRoles = toldRoles;
  }
}
