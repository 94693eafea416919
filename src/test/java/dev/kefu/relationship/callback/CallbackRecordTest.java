package dev.kefu.relationship.callback;

import static dev.kefu.relationship.callback.Try.Outcome.NOT_REACHED;
import static dev.kefu.relationship.callback.Try.Outcome.REACHED;
import static dev.kefu.relationship.callback.Try.Outcome.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.relationship.callback.CallbackRecord.Status;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CallbackRecordTest {

  private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final CallbackRecord callback = new CallbackRecord("CBK-2026-000001", "instance", "cycle", "relationship-specialist", "C000001", NOW);

  @Test
  void triesThatFailCountOncePerDay() {
    planned();
    tryOn(MONDAY, NOT_REACHED);
    assertThatThrownBy(() -> callback.appoint(NOW, MONDAY)).isInstanceOf(TryRefused.class).hasMessageContaining("not reached on 2026-11-23").hasMessageContaining("請改日");
    callback.appoint(NOW, MONDAY.plusDays(1));
    assertThatThrownBy(() -> callback.tried(attempt(MONDAY, NOT_REACHED), null)).isInstanceOf(TryRefused.class);
    callback.tried(attempt(MONDAY.plusDays(1), NOT_REACHED), null);
    assertThat(callback.daysNotReached()).isEqualTo(2);
  }

  @Test
  void oneCaseIsStartedOfACallback() {
    planned();
    assertThatThrownBy(() -> callback.startedCase("CMP-2026-000001")).isInstanceOf(IllegalStateException.class);
    tryOn(MONDAY, REACHED);
    callback.startedCase("CMP-2026-000001");
    callback.startedCase("CMP-2026-000001");
    assertThatThrownBy(() -> callback.startedCase("CMP-2026-000002")).isInstanceOf(IllegalStateException.class).hasMessageContaining("started CMP-2026-000001 already");
    assertThat(callback.getFollowUpCase()).isEqualTo("CMP-2026-000001");
  }

  @Test
  void customerWhoAnswersOnTheDayOfAFailedTryIsReached() {
    planned();
    tryOn(MONDAY, NOT_REACHED);
    callback.appoint(NOW, MONDAY.plusDays(1));
    callback.tried(attempt(MONDAY, REACHED), 4);
    assertThat(callback.getStatus()).isEqualTo(Status.REACHED);
    assertThat(callback.getSatisfaction()).isEqualTo(4);
  }

  @Test
  void reachedCustomerIsTriedNoMore() {
    planned();
    tryOn(MONDAY, REACHED);
    assertThatThrownBy(() -> callback.appoint(NOW, MONDAY.plusDays(1))).isInstanceOf(IllegalStateException.class).hasMessageContaining("Cannot appoint: CBK-2026-000001 is REACHED");
    assertThatThrownBy(() -> callback.tried(attempt(MONDAY, REACHED), 3)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> callback.plan("routine", "phone")).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @CsvSource({"REACHED, COMPLETED", "NOT_REACHED, UNREACHABLE", "REFUSED, REFUSED"})
  void lastTryBearsTheOutcome(Try.Outcome outcome, Status end) {
    planned();
    tryOn(MONDAY, outcome);
    for (Status other : new Status[] {Status.COMPLETED, Status.UNREACHABLE, Status.REFUSED}) {
      if (other != end) {
        assertThatThrownBy(() -> callback.end(other, NOW)).isInstanceOf(IllegalStateException.class).hasMessageContaining("cannot end as " + other);
      }
    }
    callback.end(end, NOW);
    callback.end(end, NOW.plusSeconds(60));
    assertThat(callback.getEndedAt()).isEqualTo(NOW);
    assertThatThrownBy(() -> callback.end(Status.CANCELLED, NOW)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(value = Status.class, names = {"WITHDRAWN", "CANCELLED"})
  void openCallbackMayBeWithdrawnOrCancelled(Status end) {
    callback.end(end, NOW);
    assertThat(callback.getStatus()).isEqualTo(end);
    assertThatThrownBy(() -> callback.plan("routine", "phone")).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void onlyAReachedCustomerIsFollowedUpOrCorrected() {
    planned();
    assertThatThrownBy(() -> callback.follow("none")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> callback.correct(5)).isInstanceOf(IllegalStateException.class);
    tryOn(MONDAY, REACHED);
    callback.correct(5);
    callback.follow("none");
    assertThat(callback.getSatisfaction()).isEqualTo(5);
    assertThat(callback.getFollowUp()).isEqualTo("none");
  }

  @Test
  void refusedTryIsNoDayWithoutAnswer() {
    planned();
    tryOn(MONDAY, REFUSED);
    assertThat(callback.daysNotReached()).isZero();
  }

  private void planned() {
    callback.plan("routine", "phone");
    callback.appoint(NOW, MONDAY);
  }

  private void tryOn(LocalDate day, Try.Outcome outcome) {
    callback.tried(attempt(day, outcome), outcome == REACHED ? 3 : null);
  }

  private static Try attempt(LocalDate day, Try.Outcome outcome) {
    return new Try(NOW, day, outcome, "relationship-specialist");
  }
}
