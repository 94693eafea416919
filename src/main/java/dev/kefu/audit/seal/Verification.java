package dev.kefu.audit.seal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;

/** Recomputes every seal from the entries and compares it with the file outside the database. */
@Service
@RequiredArgsConstructor
class Verification {

  private final SealTables tables;
  private final SealsFile file;
  private final SealProperties properties;

  Verdict verify() {
    Optional<Seal> last = tables.lastSeal();
    Walk walk = new Walk();
    Optional<Fault> fault = sealsDiffer(walk)
        .or(() -> last.flatMap(seal -> tables.firstUnsealedBefore(seal.sealedAt().minus(properties.longestTransaction())))
            .map(entryId -> Fault.entryAdded(null, entryId)));
    return new Verdict(fault.isEmpty(), walk.seals, walk.entries, tables.countUnsealed(), walk.hash, fault.orElse(null));
  }

  private Optional<Fault> sealsDiffer(Walk walk) {
    try (SealsFile.Lines outside = file.open()) {
      for (List<Seal> page = tables.sealsAfter(0); !page.isEmpty(); page = tables.sealsAfter(walk.seals)) {
        for (Seal seal : page) {
          Optional<Fault> fault = sealDiffers(seal, walk, outside);
          if (fault.isPresent()) {
            return fault;
          }
        }
      }
      // Asked again: another node may have sealed in this very moment.
      return outside.next().filter(line -> tables.sealsAfter(line.sealId() - 1).isEmpty()).map(line -> Fault.sealRemoved(line.sealId()));
    } catch (IOException e) {
      throw new IllegalStateException("The file of audit seals cannot be read: restore it from its copy", e);
    }
  }

  private Optional<Fault> sealDiffers(Seal seal, Walk walk, SealsFile.Lines outside) throws IOException {
    if (seal.id() != walk.seals + 1) {
      return Optional.of(Fault.sealRemoved(walk.seals + 1));
    }
    if (!seal.previousHash().equals(walk.hash)) {
      return Optional.of(Fault.sealChanged(seal.id()));
    }
    Optional<Fault> fault = entriesDiffer(seal, walk);
    if (fault.isEmpty() && outside.next().filter(line -> !line.equals(SealLine.of(seal))).isPresent()) {
      fault = Optional.of(Fault.sealUnlikeFile(seal.id()));
    }
    walk.seals++;
    walk.hash = seal.hash();
    return fault;
  }

  private Optional<Fault> entriesDiffer(Seal seal, Walk walk) {
    String hash = seal.previousHash();
    long lastEntry = 0;
    long count = 0;
    for (List<SealedEntry> page = tables.sealed(seal.id(), 0); !page.isEmpty(); page = tables.sealed(seal.id(), lastEntry)) {
      for (SealedEntry entry : page) {
        if (entry.removed()) {
          return Optional.of(Fault.entryRemoved(seal.id(), entry.id()));
        }
        hash = ChainHash.next(hash, entry.line());
        if (!hash.equals(entry.chainHash())) {
          return Optional.of(brokenAt(seal, entry));
        }
        lastEntry = entry.id();
        count++;
      }
    }
    walk.entries += count;
    if (count != seal.entries()) {
      return Optional.of(count < seal.entries() ? Fault.lastEntryRemoved(seal.id()) : Fault.entryAdded(seal.id(), lastEntry));
    }
    return seal.closes(hash) ? Optional.empty() : Optional.of(Fault.sealChanged(seal.id()));
  }

  /** The chain breaks at an entry that was changed, at one that was added, and at the one after an entry that was removed. */
  private Fault brokenAt(Seal seal, SealedEntry entry) {
    long count = tables.countSealed(seal.id());
    if (count < seal.entries()) {
      return Fault.entryRemovedBefore(seal.id(), entry.id());
    }
    return count > seal.entries() ? Fault.entryAdded(seal.id(), entry.id()) : Fault.entryChanged(seal.id(), entry.id());
  }

  private static class Walk {

    private long seals;
    private long entries;
    private String hash = ChainHash.START;
  }
}
