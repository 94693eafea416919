package dev.kefu.audit.seal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.audit.AuditCommand;
import dev.kefu.audit.AuditRecord;
import dev.kefu.audit.AuditTrail;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The trail is verified at a command line, by whoever has the database and a copy of the file of seals. */
@KefuIT
class AuditCommandIT {

  @Autowired private Environment environment;
  @Autowired private AuditTrail trail;
  @Autowired private Sealing sealing;
  @Autowired private SealProperties properties;
  @Autowired private SealTables tables;
  @Autowired private JdbcClient jdbc;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void sealSomething() {
    trail.write(new AuditRecord(AuditRecord.Kind.OPERATION, "somebody", "try", "trial", "1", null, Map.of()));
    sealing.seal();
  }

  @Test
  void aWholeTrailIsConfirmed() {
    String hash = tables.lastHash().orElseThrow();
    assertThat(run(properties.sealsFile(), "--hash=" + hash)).isZero();
    assertThat(said()).contains("The audit trail is whole", "Last hash 末次摘要: " + hash, "Compared with 比對檔案: ");
  }

  @Test
  void aHashThatSomebodyWroteDownIsMissed() {
    assertThat(run(properties.sealsFile(), "--hash=" + "0".repeat(64))).isOne();
    assertThat(said()).contains("No seal has the hash");
  }

  @Test
  void aChainThatWasRecomputedIsUnlikeTheCopy(@TempDir Path elsewhere) throws Exception {
    Path copy = elsewhere.resolve("seals.log");
    String last = SealLine.of(tables.lastSeal().orElseThrow()).text();
    Files.writeString(copy, Files.readString(properties.sealsFile()).replace(last, last.substring(0, last.length() - 64) + "f".repeat(64)));
    assertThat(run(copy)).isOne();
    assertThat(said()).contains("is not the one in the file outside the database");
  }

  @Test
  void aChangedEntryIsNamed() {
    long entry = jdbc.sql("select max(entry_id) from audit_seal_items").query(Long.class).single();
    String actor = jdbc.sql("select actor from audit_entries where id = ?").param(entry).query(String.class).optional().orElse(null);
    try {
      jdbc.sql("update audit_entries set actor = 'another' where id = ?").param(entry).update();
      assertThat(run(properties.sealsFile())).isOne();
      assertThat(said()).contains("Entry " + entry + " was changed");
    } finally {
      jdbc.sql("update audit_entries set actor = ? where id = ?").params(actor, entry).update();
    }
  }

  @Test
  void aDatabaseThatIsNotThereIsNotMade(@TempDir Path elsewhere) {
    assertThat(AuditCommand.run(new PrintStream(said, true, StandardCharsets.UTF_8), AuditCommand.NAME, "--kefu.data=" + elsewhere)).isEqualTo(2);
    assertThat(said()).contains("The audit trail could not be read");
    assertThat(elsewhere).isEmptyDirectory();
  }

  private int run(Path file, String... more) {
    String[] arguments = new String[more.length + 5];
    arguments[0] = AuditCommand.NAME;
    arguments[1] = "--spring.datasource.url=" + environment.getProperty("spring.datasource.url");
    arguments[2] = "--spring.datasource.username=" + environment.getProperty("spring.datasource.username");
    arguments[3] = "--spring.datasource.password=" + environment.getProperty("spring.datasource.password");
    arguments[4] = "--kefu.audit.seals-file=" + file;
    System.arraycopy(more, 0, arguments, 5, more.length);
    return AuditCommand.run(new PrintStream(said, true, StandardCharsets.UTF_8), arguments);
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
