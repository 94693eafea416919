package dev.kefu.engine.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Transactions are quiet, and still transactions. */
@KefuIT
class QuietTransactionsIT {

  private static final int MANY = 200;
  private static final String USER = "quiet-trial";

  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private IdentityService identities;
  @Autowired
  private TaskService tasks;
  @Autowired
  private PlatformTransactionManager transactions;

  @BeforeEach
  void table() {
    jdbc.sql("create table quiet_trial (n int)").update();
  }

  @AfterEach
  void drop() {
    jdbc.sql("drop table quiet_trial").update();
    identities.deleteUser(USER);
  }

  @Test
  void whatIsWrittenOutsideOfATransactionStays() {
    jdbc.sql("insert into quiet_trial (n) values (1)").update();

    assertThat(written()).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void nothingStaysOfATransactionThatFails(boolean readOnly) {
    assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_REQUIRED, readOnly, () -> {
      jdbc.sql("insert into quiet_trial (n) values (1)").update();
      saveUser();
      throw new IllegalStateException("on purpose");
    })).hasMessage("on purpose");

    assertThat(written()).isEmpty();
    assertThat(identities.createUserQuery().userId(USER).count()).isZero();
  }

  @Test
  void transactionInsideAnotherStaysWhenTheOtherFails() {
    assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_REQUIRED, false, () -> {
      jdbc.sql("insert into quiet_trial (n) values (1)").update();
      in(TransactionDefinition.PROPAGATION_REQUIRES_NEW, false, () -> jdbc.sql("insert into quiet_trial (n) values (2)").update());
      in(TransactionDefinition.PROPAGATION_NOT_SUPPORTED, false, () -> jdbc.sql("insert into quiet_trial (n) values (3)").update());
      throw new IllegalStateException("on purpose");
    })).hasMessage("on purpose");

    assertThat(written()).containsExactly(2, 3);
  }

  @Test
  void connectionThatWasUsedWithoutATransactionIsGivenBackInTransactionMode() {
    for (int round = 0; round < 30; round++) {
      jdbc.sql("insert into quiet_trial (n) values (1)").update();
      assertThatThrownBy(() -> in(TransactionDefinition.PROPAGATION_REQUIRED, false, () -> {
        jdbc.sql("insert into quiet_trial (n) values (2)").update();
        throw new IllegalStateException("on purpose");
      })).hasMessage("on purpose");
    }

    assertThat(written()).hasSize(30).containsOnly(1);
  }

  /** Only a server counts such statements. */
  @Test
  @Tag("mysql")
  void transactionsSwitchNothing() {
    long before = setStatements();
    for (int round = 0; round < MANY; round++) {
      tasks.createTaskQuery().count();
      in(TransactionDefinition.PROPAGATION_REQUIRED, true, this::written);
    }

    // Others are at work too.
    assertThat(setStatements() - before).isLessThan(MANY);
  }

  private long setStatements() {
    return jdbc.sql("show global status like 'Com_set_option'").query((row, number) -> row.getLong(2)).single();
  }

  private List<Integer> written() {
    return jdbc.sql("select n from quiet_trial order by n").query(Integer.class).list();
  }

  private void in(int propagation, boolean readOnly, Runnable work) {
    DefaultTransactionDefinition definition = new DefaultTransactionDefinition(propagation);
    definition.setReadOnly(readOnly);
    new TransactionTemplate(transactions, definition).executeWithoutResult(status -> work.run());
  }

  private void saveUser() {
    User user = identities.newUser(USER);
    user.setPassword("Welcome-2-Kefu!");
    identities.saveUser(user);
  }
}
