package dev.kefu.budget;

import java.math.BigDecimal;
import java.util.List;

/**
 * The sections' monthly budgets. What is used and reserved is never counted up in a column of its own: it is the sum of the ledger and of the
 * reservations, so it cannot drift. A section without a budget for a month has none to spend. Who decides against a budget has it alone until the
 * transaction ends: two at once see one another. A process instance holds at most one reservation and is paid at most once.
 */
public interface Budgets {

  /** How a section stands in a month, the own reservation of an instance left out. */
  MonthBudget standing(String month, String section, String exceptInstance);

  /** All sections that have a budget for the month. */
  List<MonthBudget> of(String month);

  /**
   * Sets a budget.
   *
   * @param by user id
   */
  void set(String month, String section, BigDecimal amount, String by);

  /** Sets a budget where there is none yet. */
  void setIfMissing(String month, String section, BigDecimal amount);

  /** Reserves the amount in place of what the instance holds, if so much is left; else nothing changes. Says whether it did. */
  boolean reserveIfLeft(Reservation reservation);

  /** Reserves the amount in place of what the instance holds, or as much of it as is left or held already, and says how much. */
  BigDecimal reserveUpTo(Reservation reservation);

  /** Reserves the amount in place of what the instance holds, whatever is left, and says how the section stood without it. */
  MonthBudget reserve(Reservation reservation);

  /** Frees what an instance holds; a second time changes nothing. */
  void release(String processInstanceId);

  /** Books what was paid in place of what the instance holds; a second time changes nothing. */
  void pay(Payment payment);
}
