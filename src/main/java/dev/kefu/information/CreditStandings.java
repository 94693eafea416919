package dev.kefu.information;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Credit standings as the customer master keeps them: written by the credit survey, read by whoever sells, delivers or collects. */
public interface CreditStandings {

  /** The standing of a customer; empty for one who was never rated, and for an unknown one. */
  Optional<CreditStanding> find(String customerCode);

  /**
   * Takes over a new standing in place of the one before.
   *
   * @throws IllegalArgumentException for an unknown customer
   */
  void write(String customerCode, CreditStanding standing);

  /**
   * Freezes the limit until the customer is rated again.
   *
   * @return whether there was a limit that was not frozen yet
   */
  boolean freeze(String customerCode);

  /**
   * A page of the customers whose rating is older than it may be and whose limit is not frozen yet.
   *
   * @param today the first day on which a rating that was valid until the day before is too old
   * @param limit the greatest number of cards to return, in the order of their codes
   */
  List<CustomerCard> outdated(LocalDate today, int limit);

  /**
   * A page of the customers who may buy on credit, or may not for the time being because their limit is frozen, and were rated before a day.
   *
   * @param after code of the last customer of the page before, or an empty text
   * @param limit the greatest number of cards to return, in the order of their codes
   */
  List<CustomerCard> ratedBefore(LocalDate day, String after, int limit);
}
