package dev.kefu.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementCountsTest {

  @Test
  void statementsThatDifferInValuesOnlyAreOneShape() {
    assertThat(StatementCounts.shape("select *\n from T where A = 'it''s \\' so' and N = 12.5")).isEqualTo("select * from T where A = ? and N = ?");
    assertThat(StatementCounts.shape("insert into T values (1, 'a', null), (2, 'b', null), (3, 'c', null)")).isEqualTo("insert into T values (?…) rows");
    assertThat(StatementCounts.shape("/* comment */ select 1")).isEqualTo("select ?");
  }

  @Test
  void mostFrequentComesFirstPerCase() {
    assertThat(new StatementCounts(List.of("select 1", "commit", "select 2", "select 3"), 2).text()).isEqualTo("   1.50  select ?\n   0.50  commit\n");
  }

  @Test
  void longTextsAreRead() {
    assertThat(StatementCounts.shape("insert into T values ('" + "投訴''".repeat(100_000) + "')")).isEqualTo("insert into T values (?)");
    assertThat(StatementCounts.shape("select ? from T where A in (" + String.join(", ", Collections.nCopies(50_000, "'x'")) + ")")).isEqualTo("select ? from T where A in (?…)");
  }
}
