package dev.kefu.relationship.reception;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/** The form customer-reception-receive. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Receiving(OffsetDateTime receivedAt, int actualPersons, String satisfaction) {

  private static final List<String> SCALE = List.of("veryDissatisfied", "dissatisfied", "fair", "satisfied", "verySatisfied");

  /** 1 (very dissatisfied) to 5 (very satisfied). */
  int points() {
    return SCALE.indexOf(satisfaction) + 1;
  }

  /**
   * Writes it into the register.
   *
   * @param who user id; null when a correction leaves it as it is
   * @throws FactsRefused when the reception lies ahead
   */
  void into(Reception reception, Instant now, String who) {
    if (receivedAt.toInstant().isAfter(now)) {
      throw new FactsRefused("Received on 接待時間: lies ahead 不得晚於現在");
    }
    reception.receive(receivedAt.toInstant(), who, actualPersons, points());
  }
}
