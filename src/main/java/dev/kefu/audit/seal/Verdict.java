package dev.kefu.audit.seal;

/**
 * What a verification found.
 *
 * @param intact whether every sealed entry is as it was sealed
 * @param seals number of seals that were recomputed
 * @param entries number of entries in them
 * @param pending number of entries that wait for their seal
 * @param lastHash hash of the last seal, to be compared with a copy kept elsewhere
 * @param fault the first place that does not match, or null
 */
record Verdict(boolean intact, long seals, long entries, long pending, String lastHash, Fault fault) {
}
