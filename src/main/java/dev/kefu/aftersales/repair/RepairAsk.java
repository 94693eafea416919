package dev.kefu.aftersales.repair;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.NoArgsConstructor;

/** A technician who was asked to take a job, and the answer. */
@Embeddable
@Getter
@NoArgsConstructor(access = AccessLevel.PROTECTED)
class RepairAsk {

  private int dispatchRound;
  private String technician;
  private Instant askedAt;
  private String answer;
  private String reason;

  RepairAsk(int round, String technician, Instant askedAt) {
    dispatchRound = round;
    this.technician = technician;
    this.askedAt = askedAt;
  }

  void answer(String newAnswer, String newReason) {
    answer = newAnswer;
    reason = newReason;
  }

  /** For people, for example "refused 不接: ill". */
  String words() {
    return switch (answer == null ? "" : answer) {
      case "refuse" -> "refused 不接: " + reason;
      case "silent" -> "did not answer 未答覆";
      case "accept" -> "accepted 已接";
      default -> "asked 已詢問";
    };
  }
}
