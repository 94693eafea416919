package dev.kefu.organisation.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.organisation.journal.RightsJournal.Line;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@KefuIT
class RightsJournalIT {

  private static final String PERSON = "legal-counsel-2";
  private static final String GROUP = "finance-clerk";

  @Autowired private RightsJournal journal;
  @Autowired private IdentityService identities;
  @Autowired private Clock clock;

  @Test
  void whoHeldWhatIsKnownAfterwards() {
    LocalDate today = LocalDate.now(clock);
    journal.look();
    assertThat(subjects(journal.of(today, "complaint-supervisor"))).contains("complaint-supervisor", "PROCESS_DEFINITION complaint-handling", "APPLICATION tasklist");
    assertThat(journal.of(today, "auditor")).filteredOn(line -> line.subject().equals("PROCESS_DEFINITION *")).singleElement()
        .satisfies(line -> assertThat(line.detail()).contains("READ_HISTORY").doesNotContain("UPDATE", "DELETE", "CREATE_INSTANCE"));
    assertThat(subjects(journal.of(today, PERSON))).doesNotContain(GROUP);
    identities.createMembership(PERSON, GROUP);
    try {
      journal.look();
      assertThat(journal.of(today, PERSON)).filteredOn(line -> line.subject().equals(GROUP)).singleElement().satisfies(line -> assertThat(line.until()).isNull());
    } finally {
      identities.deleteMembership(PERSON, GROUP);
    }

    journal.look();

    assertThat(journal.of(today, PERSON)).filteredOn(line -> line.subject().equals(GROUP)).singleElement().satisfies(line -> assertThat(line.until()).isNotNull());
    assertThat(journal.of(today.minusDays(1), PERSON)).isEmpty();
    int lines = journal.of(today).size();
    journal.look();
    assertThat(journal.of(today)).as("looking changes nothing").hasSize(lines);
  }

  private static List<String> subjects(List<Line> lines) {
    return lines.stream().map(Line::subject).toList();
  }
}
