package dev.kefu.aftersales.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.kefu.aftersales.feedback.ServiceFeedback.Origin;
import dev.kefu.aftersales.feedback.ServiceFeedback.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ServiceFeedbackTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
  private static final Origin ORIGIN = new Origin("AFS-2026-000001", "instance", "C000001", "Pump 泵");

  @Test
  void whoIsNotReachedHasSaidNothing() {
    FeedbackEntry entry = new FeedbackEntry("notReached", false, null, null, null, null, null, null, null, false, null, null);
    assertThat(entry.satisfaction()).isEqualTo("unknown");
    assertThat(entry.lowestRating()).isEqualTo(5);
  }

  @Test
  void oneLowRatingOrAnUnsolvedProblemIsDissatisfaction() {
    assertThat(entry(Rating.DISSATISFIED, "yes").satisfaction()).isEqualTo("dissatisfied");
    assertThat(entry(Rating.VERY_SATISFIED, "no").satisfaction()).isEqualTo("dissatisfied");
    assertThat(entry(Rating.FAIR, "partly").satisfaction()).isEqualTo("satisfied");
    assertThat(entry(Rating.FAIR, "partly").lowestRating()).isEqualTo(3);
  }

  @Test
  void customerIsToldOnlyWhatADepartmentAnswered() {
    ServiceFeedback feedback = new ServiceFeedback(ORIGIN, entry(Rating.FAIR, "yes"), "ann", NOW);
    assertThat(feedback.getReceiver()).isEqualTo("afterSales");
    assertThatIllegalStateException().isThrownBy(() -> feedback.tell(LocalDate.of(2026, 11, 23))).withMessageContaining("ASKED");
    feedback.answer("We train them 加強培訓", "bob", NOW);
    feedback.tell(LocalDate.of(2026, 11, 23));
    feedback.end(Status.CLOSED, NOW);
    feedback.end(Status.CLOSED, NOW.plusSeconds(1));
    assertThat(feedback.getEndedAt()).isEqualTo(NOW);
    assertThatIllegalStateException().isThrownBy(() -> feedback.answer("Later", "bob", NOW));
    assertThatIllegalStateException().isThrownBy(() -> feedback.end(Status.COMPLAINT, NOW));
    assertThatIllegalStateException().isThrownBy(() -> feedback.becomeComplaint("CMP-2026-000001"));
    assertThatIllegalStateException().isThrownBy(() -> feedback.correct(entry(Rating.FAIR, "yes")));
  }

  private static FeedbackEntry entry(Rating skill, String solved) {
    return new FeedbackEntry("reached", true, Rating.VERY_SATISFIED, skill, Rating.VERY_SATISFIED, Rating.VERY_SATISFIED, solved, null, "Came late 來遲", false,
        List.of("service"), Receiver.AFTER_SALES);
  }
}
