package dev.kefu.governance.expense;

/**
 * Who claims.
 *
 * @param userId the person
 * @param role the person's post
 * @param section the cost centre that bears the claim
 */
record Claimant(String userId, String role, String section) {
}
