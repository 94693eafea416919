package dev.kefu.audit;

import java.util.Optional;

/** What others may quote of the chain of seals. */
public interface AuditSeals {

  /** The last seal's hash; empty before the first one. Whoever keeps it can prove later that nothing before it was changed. */
  Optional<String> lastHash();
}
