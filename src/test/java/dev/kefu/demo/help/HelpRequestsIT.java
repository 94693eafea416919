package dev.kefu.demo.help;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import dev.kefu.demo.KefuClient;
import dev.kefu.demo.help.HelpRequests.Result;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ten real complaints that ask for help, worked over HTTP; the expected numbers were counted by hand in the reviewed file. */
@KefuIT
class HelpRequestsIT {

  @LocalServerPort int port;
  @Value("${kefu.demo.password}") String password;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private final List<String> printed = new ArrayList<>();

  @Test
  void everyRequestReachesItsEndAndASecondRunRecordsNothingTwice() {
    List<Result> results = run();

    assertThat(results).hasSize(10).allSatisfy(result -> assertThat(result.asExpected()).as(result.line()).isTrue());
    assertThat(results.stream().collect(Collectors.groupingBy(result -> result.actual().route(), Collectors.counting())))
        .isEqualTo(Map.of("answer", 4L, "technicalSupport", 3L, "cooperation", 3L));
    assertThat(printed).hasSize(11).last().asString().contains("10 of 10 as expected");
    assertThat(registered("status")).isEqualTo(Map.of("SOLVED", 8L, "UNSOLVED", 1L, "WITHDRAWN", 1L));
    assertThat(registered("route")).isEqualTo(Map.of("answer", 4L, "technicalSupport", 3L, "cooperation", 3L));
    assertThat(registered("channel")).isEqualTo(Map.of("website", 6L, "letter", 3L, "phone", 1L));

    List<Result> again = run();

    assertThat(again).extracting(Result::steps).containsOnly(List.of());
    assertThat(again).extracting(Result::actual).isEqualTo(results.stream().map(Result::actual).toList());
    assertThat(registered("status")).isEqualTo(Map.of("SOLVED", 8L, "UNSOLVED", 1L, "WITHDRAWN", 1L));
  }

  private List<Result> run() {
    printed.clear();
    return new HelpRequests(new KefuClient(URI.create("http://localhost:" + port), password), clock, printed::add).run();
  }

  private Map<String, Long> registered(String column) {
    return jdbc.sql("select h." + column + " as what from relationship_help_cases h join information_customers c on c.code = h.customer_code"
            + " where c.name like 'Consumer %'").query(String.class).list().stream().collect(Collectors.groupingBy(what -> what, Collectors.counting()));
  }
}
