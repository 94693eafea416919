package dev.kefu.engine.deployment;

import java.util.function.Supplier;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Lets one node at a time do something; the others wait for its transaction to end. */
@Component
@RequiredArgsConstructor
class ClusterLock {

  private final TransactionOperations transactions;
  private final JdbcClient jdbc;

  /** Runs the work in one transaction that holds the named row of {@code engine_locks}. */
  <T> T runExclusively(String name, Supplier<T> work) {
    return transactions.execute(status -> {
      jdbc.sql("select name from engine_locks where name = ? for update").param(name).query(String.class).single();
      return work.get();
    });
  }
}
