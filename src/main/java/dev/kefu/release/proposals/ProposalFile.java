package dev.kefu.release.proposals;

/**
 * A file of a proposal.
 *
 * @param path folder and name below the project
 * @param basis digest of what was in effect when it was proposed; empty for a new file
 * @param before what that was; null for a new file
 * @param content what shall be in effect
 */
record ProposalFile(String path, String basis, byte[] before, byte[] content) {
}
