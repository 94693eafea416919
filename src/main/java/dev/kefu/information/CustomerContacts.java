package dev.kefu.information;

import java.time.LocalDate;
import java.util.List;

/** Contacts with customers, as a register keeps them; a module contributes one for its register. */
public interface CustomerContacts {

  /** The customer's latest contacts, the latest first. */
  List<Contact> latest(String customerCode, int most);

  /**
   * Somebody spoke with the customer, or tried to.
   *
   * @param what for people: what kind of contact
   * @param result for people: what came of it; null where nothing is kept
   * @param caseNumber of which case; who may not read it sees neither number nor result
   */
  record Contact(LocalDate day, String what, String result, String caseNumber) {
  }
}
