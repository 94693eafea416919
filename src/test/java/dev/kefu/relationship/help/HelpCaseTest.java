package dev.kefu.relationship.help;

import static dev.kefu.relationship.help.HelpCase.Status.CANCELLED;
import static dev.kefu.relationship.help.HelpCase.Status.OPEN;
import static dev.kefu.relationship.help.HelpCase.Status.ROUTED;
import static dev.kefu.relationship.help.HelpCase.Status.SOLVED;
import static dev.kefu.relationship.help.HelpCase.Status.UNSOLVED;
import static dev.kefu.relationship.help.HelpCase.Status.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HelpCaseTest {

  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private final HelpCase helpCase = new HelpCase("HLP-2026-000001", "instance", "ann",
      new Need("training", "phone", OffsetDateTime.parse("2026-11-23T09:30+08:00"), OffsetDateTime.parse("2026-11-30T18:00+08:00")), NOW);

  @Test
  void newCaseIsOpenAndWaitsForItsRoute() {
    assertThat(helpCase.getStatus()).isEqualTo(OPEN);
    assertThat(helpCase.getReceivedAt()).isEqualTo("2026-11-23T01:30:00Z");
    assertThatIllegalStateException().isThrownBy(() -> helpCase.noteReply("solved"));
    assertThatIllegalStateException().isThrownBy(() -> helpCase.noteCooperation("done"));
  }

  @Test
  void caseMayBeRoutedAgain() {
    helpCase.route("C000001", "answer", null);
    helpCase.route("C000001", "training", "bob");

    assertThat(helpCase.getStatus()).isEqualTo(ROUTED);
    assertThat(helpCase.getRoute()).isEqualTo("training");
    assertThat(helpCase.getOwner()).isEqualTo("bob");
    assertThat(helpCase.getTimesRouted()).isEqualTo(2);
  }

  @Test
  void caseIsSolvedOnlyWithTheCustomersWord() {
    helpCase.route("C000001", "answer", null);
    helpCase.noteReply("unsolved");
    assertThatIllegalStateException().isThrownBy(() -> helpCase.end(SOLVED, NOW)).withMessageContaining("has not confirmed");

    helpCase.noteReply("solved");
    helpCase.end(SOLVED, NOW);
    assertThat(helpCase.getStatus()).isEqualTo(SOLVED);
    assertThat(helpCase.getEndedAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @EnumSource(names = {"UNSOLVED", "WITHDRAWN", "CANCELLED"})
  void endedCaseTakesNothingMore(HelpCase.Status outcome) {
    helpCase.route("C000001", "answer", null);
    helpCase.end(outcome, NOW);

    assertThatIllegalStateException().isThrownBy(() -> helpCase.route("C000001", "training", null));
    assertThatIllegalStateException().isThrownBy(() -> helpCase.noteReply("solved"));
    assertThatIllegalStateException().isThrownBy(() -> helpCase.noteCooperation("done"));
  }

  @Test
  void sameEndTwiceChangesNothingAndAnotherEndIsRefused() {
    helpCase.end(WITHDRAWN, NOW);
    helpCase.end(WITHDRAWN, NOW.plusSeconds(5));

    assertThat(helpCase.getEndedAt()).isEqualTo(NOW);
    assertThatIllegalStateException().isThrownBy(() -> helpCase.end(UNSOLVED, NOW));
    assertThatIllegalStateException().isThrownBy(() -> helpCase.end(CANCELLED, NOW));
  }
}
