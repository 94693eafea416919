package dev.kefu.information;

import java.time.LocalDate;

/**
 * A customer's record in short, for those who speak with the customer.
 *
 * @param card number, name, grade and who is in charge
 * @param credit from the last rating; null for a customer who was never rated
 * @param dangerState from the list of dangerous customers; null for one who is not on it
 * @param lastContactOn day on which somebody last spoke with the customer; null for never
 * @param satisfaction what the customer said last, 1 to 5; null when that was never asked
 * @param inUse false when the record is out of use
 */
public record CustomerProfile(CustomerCard card, CreditStanding credit, String dangerState, LocalDate lastContactOn, Integer satisfaction, boolean inUse) {
}
