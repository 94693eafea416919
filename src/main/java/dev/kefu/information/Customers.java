package dev.kefu.information;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The customer master, as far as other modules may use it. */
public interface Customers {

  /**
   * Finds customers by what a person typed: a customer number, a phone number (its last digits are enough) or a part of a name, in any
   * case. A name that is exactly one customer's full name finds that customer alone. Number, name and phone of a customer that was merged into
   * another find the one that survives.
   *
   * @param limit the greatest number of cards to return
   */
  List<CustomerCard> search(String typed, int limit);

  /** The customer with this number, or the one that it was merged into; empty for an unknown number. */
  Optional<CustomerCard> find(String code);

  /**
   * Notes that somebody spoke with the customer; what is older than the contact known already changes nothing.
   *
   * @param satisfaction how satisfied the customer was, 1 to 5, or null when that was not asked
   * @throws IllegalArgumentException for an unknown customer
   */
  void noteContact(String code, LocalDate day, Integer satisfaction);

  /**
   * A page of the customers of a grade with whom nobody has spoken since a day; being registered counts as a contact. Those who did not
   * agree to be contacted, and those who are out of use, are left out.
   *
   * @param day last contact on this day or earlier
   * @param after code of the last customer of the page before, or an empty text
   * @param limit the greatest number of cards to return, in the order of their codes
   */
  List<CustomerCard> notContactedSince(String grade, LocalDate day, String after, int limit);

  /**
   * The customers of a grade, in use, whom an employee is in charge of.
   *
   * @param owner user id
   * @param limit the greatest number of cards to return, in the order of their codes
   */
  List<CustomerCard> inCharge(String owner, String grade, int limit);

  /**
   * A page of the customers who agreed to be contacted, in the order of their codes.
   *
   * @param after code of the last customer of the page before, or an empty text
   * @param limit the greatest number to return
   */
  List<CustomerPlace> contactable(String after, int limit);

  /**
   * A page of the current customers, neither potential nor dormant nor former, who were registered on a day or earlier.
   *
   * @param after code of the last customer of the page before, or an empty text
   * @param limit the greatest number of cards to return, in the order of their codes
   */
  List<CustomerCard> current(LocalDate day, String after, int limit);

  /** Registers a customer under the next number; a customer of the same name and phone number is returned instead of a second record. */
  CustomerCard register(NewCustomer customer);
}
