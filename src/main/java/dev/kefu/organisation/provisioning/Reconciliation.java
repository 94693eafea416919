package dev.kefu.organisation.provisioning;

import dev.kefu.organisation.provisioning.Keeper.Wanted;
import dev.kefu.organisation.provisioning.ProvisionedState.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.RequiredArgsConstructor;

/**
 * Brings one kind of thing in line with the roles file: what only the file changed is followed, what an administrator changed or deleted is
 * left and reported.
 */
@RequiredArgsConstructor
class Reconciliation<T extends Wanted> {

  private final Keeper<T> keeper;
  private final ProvisionedState state;
  private final boolean write;
  private final List<Difference> differences = new ArrayList<>();
  private int writes;

  /** Looks, and writes where it may. */
  Outcome run() {
    Map<String, Entry> known = state.entries(keeper.kind());
    for (T wanted : keeper.wanted()) {
      Entry entry = known.remove(wanted.key());
      if (entry == null) {
        first(wanted);
      } else {
        again(wanted, entry);
      }
    }
    known.values().forEach(this::noLongerWanted);
    return new Outcome(writes, differences);
  }

  private void first(T wanted) {
    Optional<String> found = keeper.content(wanted.key());
    if (found.isEmpty()) {
      write(() -> remember(wanted, keeper.create(wanted)));
    } else if (found.get().equals(wanted.content())) {
      write(() -> remember(wanted, wanted.key()));
    } else {
      differences.add(Difference.foreign(keeper.kind(), wanted.key(), wanted.content(), found.get()));
    }
  }

  private void again(T wanted, Entry entry) {
    Optional<String> found = keeper.content(entry.engineId());
    if (found.isEmpty()) {
      differences.add(Difference.deleted(keeper.kind(), wanted.key()));
    } else if (found.get().equals(wanted.content())) {
      if (!entry.wrote(wanted.content())) {
        write(() -> remember(wanted, entry.engineId()));
      }
    } else if (entry.wrote(found.get())) {
      write(() -> {
        keeper.update(entry.engineId(), wanted);
        remember(wanted, entry.engineId());
      });
    } else {
      differences.add(Difference.changed(keeper.kind(), wanted.key(), wanted.content(), found.get()));
    }
  }

  private void noLongerWanted(Entry entry) {
    Optional<String> found = keeper.content(entry.engineId());
    if (found.isPresent() && !entry.wrote(found.get())) {
      differences.add(Difference.kept(keeper.kind(), entry.key()));
      return;
    }
    write(() -> {
      found.ifPresent(content -> keeper.delete(entry.engineId()));
      state.forget(keeper.kind(), entry.key());
    });
  }

  private void remember(T wanted, String engineId) {
    state.remember(keeper.kind(), wanted.key(), engineId, wanted.content());
  }

  private void write(Runnable change) {
    if (write) {
      change.run();
      writes++;
    }
  }

  /** How much was written, and what was left to the administrator. */
  record Outcome(int writes, List<Difference> differences) {
  }
}
