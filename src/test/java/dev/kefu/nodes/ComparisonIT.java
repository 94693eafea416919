package dev.kefu.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.nodes.Ledger.Entry;
import dev.kefu.nodes.Ledger.Kind;
import dev.kefu.nodes.Ledger.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The comparison must find what it is there for: here the database knows nothing of what the client was told. */
@KefuIT
class ComparisonIT {

  @Autowired private JdbcClient jdbc;
  @TempDir private Path folder;

  @Test
  void whatWasAcceptedAndIsNotThereIsFound() {
    List<Entry> ledger = List.of(accepted(Kind.START, "case-1", "NOD-1999-000001"), accepted(Kind.FORM, "no-such-task", ""),
        accepted(Kind.COMPLAINT, "no-such-reference", "CMP-1999-000001"));

    assertThat(Comparison.findings(jdbc, ledger, List.of())).contains("NOD-1999-000001 was accepted and is lost", "The form of task no-such-task was accepted and is lost",
        "Complaint no-such-reference was answered with CMP-1999-000001 and is null");
  }

  @Test
  void whatWasDoneTwiceIsFound() {
    List<Entry> ledger = List.of(accepted(Kind.START, "case-1", "NOD-1999-000001"), accepted(Kind.START, "case-2", "NOD-1999-000001"), accepted(Kind.FORM, "task", ""),
        accepted(Kind.FORM, "task", ""));

    assertThat(Comparison.findings(jdbc, ledger, List.of()))
        .contains("Two starts were answered with NOD-1999-000001", "The form of task task was accepted 2 times");
  }

  @Test
  void whatArrivedTwiceOrWasNeverSentIsFound() {
    assertThat(Comparison.findings(jdbc, List.of(), List.of("<kefu.0.7@kefu.example>", "<kefu.0.7@kefu.example>")))
        .contains("Message 0 arrived 2 times", "Message 0 arrived and is not known as sent");
  }

  @Test
  void theLedgerGivesBackWhatWasWritten() throws Exception {
    try (Ledger ledger = new Ledger(folder.resolve("ledger.tsv"))) {
      ledger.sent(Kind.START, "case-1");
      ledger.accepted(Kind.START, "case-1", "NOD-1999-000001");
      ledger.refused(Kind.FORM, "task");

      assertThat(ledger.read()).containsExactly(new Entry(Outcome.SENT, Kind.START, "case-1", ""), accepted(Kind.START, "case-1", "NOD-1999-000001"),
          new Entry(Outcome.REFUSED, Kind.FORM, "task", ""));
      assertThat(ledger.accepted()).isEqualTo(1);
    }
  }

  private static Entry accepted(Kind kind, String subject, String result) {
    return new Entry(Outcome.ACCEPTED, kind, subject, result);
  }
}
