package dev.kefu.audit.seal;

import java.time.LocalDateTime;

/**
 * A link of the hash chain.
 *
 * @param id counts from 1 without gaps
 * @param sealedAt Shanghai time, milliseconds
 * @param entries how many entries it covers
 * @param previousHash hash of the seal before; zeros for the first
 * @param hash covers all of the above and every entry
 */
record Seal(long id, LocalDateTime sealedAt, long entries, String previousHash, String hash) {

  /** Closes the batch whose last chain hash is given. */
  static Seal close(long id, LocalDateTime sealedAt, long entries, String previousHash, String lastChainHash) {
    return new Seal(id, sealedAt, entries, previousHash, hash(id, sealedAt, entries, lastChainHash));
  }

  boolean closes(String lastChainHash) {
    return hash.equals(hash(id, sealedAt, entries, lastChainHash));
  }

  private static String hash(long id, LocalDateTime sealedAt, long entries, String lastChainHash) {
    return ChainHash.next(lastChainHash, id + " " + AuditTime.format(sealedAt) + " " + entries);
  }
}
