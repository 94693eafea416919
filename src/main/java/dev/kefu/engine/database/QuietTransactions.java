package dev.kefu.engine.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Begins transactions without a word to the server. The pool's connections stand in transaction mode ({@code hikari.auto-commit: false}), so that nothing has to be switched on
 * at the begin of a transaction and off at its end, which would be two round trips of each; only who works outside of a transaction switches. Hibernate is told so, and asks for
 * its connection with the first statement: {@code hibernate.connection.provider_disables_autocommit}.
 */
@Component
class QuietTransactions implements BeanPostProcessor {

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HibernateJpaVendorAdapter adapter) {
      // Otherwise a transaction that only reads takes its connection before anybody can know that it has begun, to tell the server that it only reads.
      adapter.setPrepareConnection(false);
    }
    return bean;
  }

  @Override
  public Object postProcessAfterInitialization(Object bean, String name) {
    return bean instanceof DataSource pool && !(bean instanceof TransactionModeDataSource) ? new TransactionModeDataSource(pool) : bean;
  }

  private static final class TransactionModeDataSource extends DelegatingDataSource {

    TransactionModeDataSource(DataSource pool) {
      super(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
      Connection connection = super.getConnection();
      if (!TransactionSynchronizationManager.isActualTransactionActive()) {
        connection.setAutoCommit(true);
      }
      return connection;
    }
  }
}
