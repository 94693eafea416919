package dev.kefu.information;

import java.util.List;
import java.util.Optional;

/** The customer master, as far as other modules may use it. */
public interface Customers {

  /**
   * Finds customers by what a person typed: a customer number, a phone number (its last digits are enough) or a part of a name, in any
   * case. A name that is exactly one customer's full name finds that customer alone.
   *
   * @param limit the greatest number of cards to return
   */
  List<CustomerCard> search(String typed, int limit);

  /** The customer with this number, or empty. */
  Optional<CustomerCard> find(String code);

  /** Registers a customer under the next number; a customer of the same name and phone number is returned instead of a second record. */
  CustomerCard register(NewCustomer customer);
}
