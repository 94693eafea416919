package dev.kefu.history.lists;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kefu.KefuIT;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@KefuIT
class HistoryIndexesIT {

  @Autowired private HistoryIndexes indexes;
  @Autowired private DataSource dataSource;

  @Test
  void missingIndexesAreMadeOnce() throws Exception {
    assertThat(indexes.create()).isZero();
    String database;
    try (var connection = dataSource.getConnection()) {
      database = connection.getMetaData().getDatabaseProductName();
    }
    new JdbcTemplate(dataSource).execute("drop index KEFU_IDX_HI_TASKINST_ASSIGNEE" + (database.equals("MySQL") ? " on ACT_HI_TASKINST" : ""));

    assertThat(indexes.create()).isOne();
    assertThat(indexes.create()).isZero();
  }
}
