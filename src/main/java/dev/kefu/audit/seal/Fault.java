package dev.kefu.audit.seal;

/**
 * The first place where the record is not what was sealed.
 *
 * @param kind what was done to it
 * @param sealId the seal concerned, or null
 * @param entryId the entry concerned, or null
 * @param message the same in plain words
 */
record Fault(Kind kind, Long sealId, Long entryId, String message) {

  enum Kind { ENTRY_CHANGED, ENTRY_REMOVED, ENTRY_ADDED, SEAL_CHANGED, SEAL_REMOVED }

  static Fault entryChanged(long sealId, long entryId) {
    return new Fault(Kind.ENTRY_CHANGED, sealId, entryId, "Entry " + entryId + " was changed after it was sealed 記錄被改動");
  }

  static Fault entryRemoved(long sealId, long entryId) {
    return new Fault(Kind.ENTRY_REMOVED, sealId, entryId, "Entry " + entryId + " of seal " + sealId + " was removed 記錄被刪除");
  }

  static Fault entryRemovedBefore(long sealId, long entryId) {
    return new Fault(Kind.ENTRY_REMOVED, sealId, entryId, "An entry of seal " + sealId + " just before entry " + entryId + " was removed 記錄被刪除");
  }

  static Fault lastEntryRemoved(long sealId) {
    return new Fault(Kind.ENTRY_REMOVED, sealId, null, "The last entry of seal " + sealId + " was removed 記錄被刪除");
  }

  static Fault entryAdded(Long sealId, long entryId) {
    return new Fault(Kind.ENTRY_ADDED, sealId, entryId, "Entry " + entryId + " was added among entries that are sealed already 記錄被插入");
  }

  static Fault sealChanged(long sealId) {
    return new Fault(Kind.SEAL_CHANGED, sealId, null, "Seal " + sealId + " was changed 封存被改動");
  }

  static Fault sealUnlikeFile(long sealId) {
    return new Fault(Kind.SEAL_CHANGED, sealId, null, "Seal " + sealId + " is not the one in the file outside the database 封存與外部檔案不符");
  }

  static Fault sealRemoved(long sealId) {
    return new Fault(Kind.SEAL_REMOVED, sealId, null, "Seal " + sealId + " was removed 封存被刪除");
  }
}
