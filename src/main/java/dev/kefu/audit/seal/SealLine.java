package dev.kefu.audit.seal;

/** A line of the file outside the database. */
record SealLine(long sealId, String text) {

  static SealLine of(Seal seal) {
    return new SealLine(seal.id(), String.join(" ", Long.toString(seal.id()), AuditTime.format(seal.sealedAt()), Long.toString(seal.entries()), seal.hash()));
  }

  /** @throws IllegalStateException when the line does not start with a seal's number */
  static SealLine parse(String text) {
    try {
      return new SealLine(Long.parseLong(text.substring(0, Math.max(0, text.indexOf(' ')))), text);
    } catch (NumberFormatException e) {
      throw new IllegalStateException("The file of audit seals was damaged at the line: " + text, e);
    }
  }
}
