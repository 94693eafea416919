package dev.kefu.information;

/**
 * What other modules may know of a customer.
 *
 * @param code customer number, C and six digits
 * @param name full name
 * @param phone 7 to 15 digits, may start with +
 * @param email mail address as given, or null
 * @param grade A to D
 * @param keyAccount whether the customer is a recognised key account
 * @param owner user id of the employee in charge, or null
 */
public record CustomerCard(String code, String name, String phone, String email, String grade, boolean keyAccount, String owner) {
}
