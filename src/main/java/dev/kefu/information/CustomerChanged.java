package dev.kefu.information;

import java.util.Set;

/**
 * A customer's record was changed; published inside the transaction that changed it, so that whoever keeps something of it follows with it or not at all.
 *
 * @param customer as it stands now
 * @param mergedCodes numbers that lead to it since this change
 */
public record CustomerChanged(CustomerCard customer, Set<String> mergedCodes) {
}
