package dev.kefu.audit.seal;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import lombok.extern.slf4j.Slf4j;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what was committed since the last seal, and takes the hashes out of the database's reach. Any number of nodes may do it at any time. */
@Slf4j
@Service
@RequiredArgsConstructor
class Sealing {

  private static final int LARGEST_SEAL = 10_000;
  private static final LocalDateTime EVER = LocalDateTime.of(1970, 1, 1, 0, 0);

  private final SealTables tables;
  private final SealsFile file;
  private final SealProperties properties;
  private final TransactionTemplate transaction;
  private final Clock clock;

  @Scheduled(fixedDelayString = "${kefu.audit.seal-every}", initialDelayString = "${kefu.audit.seal-every}")
  void seal() {
    Optional<Seal> seal;
    do {
      seal = transaction.execute(status -> sealNext());
      seal.ifPresent(done -> log.info("Audit seal {}: {} entries, hash {}", done.id(), done.entries(), done.hash()));
    } while (seal.filter(done -> done.entries() == LARGEST_SEAL).isPresent());
    // Also those that another node made, or this one before it stopped: every node's file is complete.
    file.appendMissing(tables::sealsAfter);
  }

  private Optional<Seal> sealNext() {
    if (!tables.lock()) {
      return Optional.empty();
    }
    Optional<Seal> last = tables.lastSeal();
    LocalDateTime earliest = last.map(seal -> seal.sealedAt().minus(properties.longestTransaction())).orElse(EVER);
    List<SealedEntry> entries = tables.unsealedSince(earliest, LARGEST_SEAL);
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    Seal seal = chain(last.map(Seal::id).orElse(0L) + 1, last.map(Seal::hash).orElse(ChainHash.START), entries);
    tables.insert(seal);
    return Optional.of(seal);
  }

  private Seal chain(long sealId, String previousHash, List<SealedEntry> entries) {
    List<Object[]> items = new ArrayList<>(entries.size());
    String hash = previousHash;
    for (SealedEntry entry : entries) {
      hash = ChainHash.next(hash, entry.line());
      items.add(new Object[] {entry.id(), hash});
    }
    tables.insertItems(sealId, items);
    return Seal.close(sealId, LocalDateTime.now(clock).truncatedTo(ChronoUnit.MILLIS), entries.size(), previousHash, hash);
  }
}
