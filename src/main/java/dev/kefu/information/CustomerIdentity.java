package dev.kefu.information;

import java.util.Set;

/**
 * What a customer is recognised by.
 *
 * @param codes the customer's number, and those that were merged into it
 * @param texts names, numbers and addresses, present and former, of the customer and of the persons there
 * @param secrecyGrade of the record; null for none
 */
public record CustomerIdentity(Set<String> codes, Set<String> texts, String secrecyGrade) {
}
