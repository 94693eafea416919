package dev.kefu.audit.seal;

import java.io.PrintStream;
import java.util.List;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Import;

/** Checks the trail for somebody at a command line. */
public class TrailCheck {

  private final Verification verification;
  private final SealTables tables;
  private final SealsFile file;

  TrailCheck(Verification verification, SealTables tables, SealsFile file) {
    this.verification = verification;
    this.tables = tables;
    this.file = file;
  }

  /** All that a check needs; no component, so that the program itself does not find it. */
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class})
  @EnableConfigurationProperties(SealProperties.class)
  @Import({SealTables.class, SealsFile.class, Verification.class, TrailCheck.class})
  public static class Parts {
  }

  /** Returns 0 for a whole trail that has all these hashes, else 1. */
  public int check(PrintStream out, List<String> hashes) {
    Verdict verdict = verification.verify();
    out.println(verdict.intact() ? "The audit trail is whole 審計記錄完整。" : "The audit trail was damaged 審計記錄已被改動: " + verdict.fault().message());
    out.println("Seals 封存: " + verdict.seals() + " · entries 記錄: " + verdict.entries() + " · not sealed yet 待封存: " + verdict.pending());
    out.println("Last hash 末次摘要: " + verdict.lastHash());
    out.println(file.exists() ? "Compared with 比對檔案: " + file.path() : "Compared with no file 未比對檔案: " + file.path() + " is not there 不存在");
    List<String> missing = hashes.stream().filter(hash -> !tables.hasSeal(hash)).toList();
    missing.forEach(hash -> out.println("No seal has the hash 鏈中沒有此摘要: " + hash));
    return verdict.intact() && missing.isEmpty() ? 0 : 1;
  }
}
