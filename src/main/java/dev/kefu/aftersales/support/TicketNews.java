package dev.kefu.aftersales.support;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** Progress news that a customer was told. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class TicketNews {

  private Instant toldAt;
  private String toldBy;
  private String news;

  TicketNews(Instant toldAt, String toldBy, String news) {
    this.toldAt = toldAt;
    this.toldBy = toldBy;
    this.news = news;
  }
}
