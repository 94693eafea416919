package dev.kefu.relationship.visit;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.kefu.engine.FactsRefused;
import java.time.Instant;
import java.time.OffsetDateTime;

/** The form customer-visit-visit. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Visiting(OffsetDateTime actualFrom, OffsetDateTime actualTo, String receiverName, String receiverPosition, String receiverDecides, String needsAndProblems) {

  /**
   * Writes it into the register.
   *
   * @throws FactsRefused when the visit ends before it begins, or has not ended yet
   */
  void into(Visit visit, Instant now, boolean changedWithoutReport) {
    if (!actualTo.isAfter(actualFrom)) {
      throw new FactsRefused("To 實際結束: must be after the beginning 須晚於開始時間");
    }
    if (actualTo.toInstant().isAfter(now)) {
      throw new FactsRefused("To 實際結束: lies ahead 不得晚於現在");
    }
    visit.visited(actualFrom.toInstant(), actualTo.toInstant(), new Visit.Receiver(receiverName, receiverPosition, receiverDecides, needsAndProblems), changedWithoutReport);
  }
}
