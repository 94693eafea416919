package dev.kefu.information.master;

import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives out customer numbers without holes; whoever holds the lock registers alone until the transaction ends. */
@Component
@RequiredArgsConstructor
class CustomerNumbers {

  private final JdbcClient jdbc;

  @Transactional(propagation = Propagation.MANDATORY)
  public void lock() {
    jdbc.sql("select last_number from information_customer_numbers for update").query(Integer.class).single();
  }

  @Transactional(propagation = Propagation.MANDATORY)
  public String next() {
    jdbc.sql("update information_customer_numbers set last_number = last_number + 1").update();
    return "C%06d".formatted(jdbc.sql("select last_number from information_customer_numbers").query(Integer.class).single());
  }
}
