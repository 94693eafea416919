package dev.kefu.demo.complaints;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.demo.CaseWork;
import dev.kefu.demo.KefuClient;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The command of the README in a Java of its own, killed in the middle and repeated: the ledger must show what was counted by hand in the public
 * collection. On H2 only: the command's database is one, and what the models do on MySQL their own tests show.
 */
@Timeout(value = 40, unit = TimeUnit.MINUTES)
class RealComplaintsIT {

  private static final Pattern PORT = Pattern.compile("Tomcat started on port ([0-9]+)");
  private static final String SUMMARY = "Complaints: ";

  @TempDir
  Path folder;

  private Process kefu;
  private BufferedReader printed;

  @AfterEach
  void stop() throws InterruptedException {
    kefu.destroyForcibly().waitFor();
  }

  @Test
  void everyComplaintComesToItsEndThoughKilledInTheMiddleAndNothingHappensTwice() throws Exception {
    start();
    int port = Integer.parseInt(await(PORT).group(1));
    await(Pattern.compile(" 20/145 "));
    // As if killed between the start of a case and its first form.
    new CaseWork(new KefuClient(URI.create("http://localhost:" + port), "Welcome-2-Kefu!")).start("complaint-specialist", "complaint-handling");
    await(Pattern.compile(" 25/145 "));
    kefu.destroyForcibly().waitFor();

    start();
    String summary = await(Pattern.compile(SUMMARY + ".*")).group();
    stopInOrder();

    assertThat(summary).startsWith(SUMMARY + "145 of 145 as expected").doesNotContain("EXPECTED");
    assertThat(ledger("severity")).isEqualTo(Map.of("ordinary", 133L, "major", 12L));
    assertThat(ledger("status")).isEqualTo(Map.of("CLOSED", 135L, "ASSIGNED", 10L));
    assertThat(ledger("channel")).isEqualTo(Map.of("web", 101L, "authority", 24L, "letter", 11L, "phone", 9L));
    assertThat(ledger("kind")).isEqualTo(Map.of("other", 49L, "priceContract", 44L, "afterSales", 38L, "serviceAttitude", 8L, "promiseAdvertising", 5L, "privacy", 1L));
    assertThat(ledger("case when responded_at > response_due then 'late' else 'in time' end")).isEqualTo(Map.of("late", 11L, "in time", 134L));
    assertThat(ledger("satisfaction")).isEqualTo(Map.of("4", 135L, "none", 10L));
    assertThat(ledger("assigned_again")).isEqualTo(Map.of("TRUE", 4L, "FALSE", 141L));
    assertThat(ledger("founded")).isEqualTo(Map.of("unfounded", 112L, "founded", 23L, "none", 10L));
    assertThat(ledger("repeated")).isEqualTo(Map.of("TRUE", 12L, "FALSE", 133L));
    assertThat(one("select count(distinct customer_code) from complaint_cases")).isEqualTo(145);
    assertThat(one("select count(*) from information_customers where name like 'Consumer %'")).isEqualTo(145);
    assertThat(one("select count(*) from act_hi_procinst where proc_def_key_ = 'complaint-handling'")).isEqualTo(145);
    long events = one("select count(*) from act_hi_taskinst");

    start();
    assertThat(await(Pattern.compile(SUMMARY + ".*")).group()).isEqualTo(summary);
    stopInOrder();

    assertThat(one("select count(*) from act_hi_taskinst")).isEqualTo(events);
    assertThat(one("select count(*) from complaint_cases")).isEqualTo(145);
  }

  /** The program as it is shipped, no class of the tests, and as Maven starts it. */
  private void start() throws IOException {
    String shipped = Arrays.stream(System.getProperty("java.class.path").split(System.getProperty("path.separator"))).filter(entry -> !entry.contains("test-classes"))
        .collect(Collectors.joining(System.getProperty("path.separator")));
    kefu = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-cp", shipped, "-Duser.timezone=Asia/Shanghai", "dev.kefu.KefuApplication",
        "--spring.profiles.active=demo,real-complaints", "--server.port=0", "--kefu.data=" + data()).redirectErrorStream(true).start();
    printed = kefu.inputReader();
  }

  /** Reads on to a line; fails with what was printed last when Kefu stops or the run fails. */
  private Matcher await(Pattern line) throws IOException {
    StringBuilder seen = new StringBuilder();
    for (String next = printed.readLine(); next != null; next = printed.readLine()) {
      seen.append(next).append('\n');
      Matcher matcher = line.matcher(next);
      if (matcher.find()) {
        return matcher;
      }
      if (next.startsWith("Exception in thread \"real-complaints\"")) {
        break;
      }
    }
    throw new AssertionError("Not printed: " + line + "\n" + seen);
  }

  private void stopInOrder() throws InterruptedException, IOException {
    kefu.toHandle().destroy();
    printed.lines().forEach(line -> { });
    kefu.waitFor();
  }

  private Map<String, Long> ledger(String what) {
    List<String> values = jdbc().sql("select coalesce(cast(" + what + " as varchar(100)), 'none') from complaint_cases").query(String.class).list();
    return values.stream().collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
  }

  private long one(String sql) {
    return jdbc().sql(sql).query(Long.class).single();
  }

  private JdbcClient jdbc() {
    return JdbcClient.create(new DriverManagerDataSource("jdbc:h2:file:" + data().resolve("kefu").toAbsolutePath() + ";IFEXISTS=TRUE", "kefu", ""));
  }

  private Path data() {
    return folder.resolve("real-complaints");
  }
}
