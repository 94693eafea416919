package dev.kefu.document.attachments;

import java.util.Collection;
import java.util.Set;

/** Tells the nightly sweep which contents of the store belong to something else than an attachment. */
public interface HeldContents {

  /** Those of these keys that are in use. */
  Set<String> held(Collection<String> keys);
}
