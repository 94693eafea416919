package dev.kefu.aftersales.roster;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** What a roster was planned for: cases a day in one half-hour. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RosterForecast {

  private String area;
  private String halfHour;
  private BigDecimal casesDaily;

  RosterForecast(LoadForecast.HalfHour row) {
    this.area = row.area();
    this.halfHour = row.halfHour();
    this.casesDaily = row.casesDaily();
  }
}
