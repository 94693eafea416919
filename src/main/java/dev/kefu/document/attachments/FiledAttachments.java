package dev.kefu.document.attachments;

import java.time.Instant;
import java.util.List;

/** What the rest of the module knows of attachments. */
public interface FiledAttachments {

  /** All attachments of a case in the order in which they came, removed ones included. The caller checks who may see them. */
  List<Filed> filed(String caseNumber);

  /**
   * An attachment without its content.
   *
   * @param size bytes
   * @param kind what a form requires it as; null for none
   * @param addedBy user id
   * @param removedBy user id; null for one that is there
   * @param removalReason null for one that is there, or that its own author removed without one
   */
  record Filed(long id, String name, String mediaType, long size, String sha256, String kind, String addedBy, Instant addedAt, String removedBy,
               Instant removedAt, String removalReason) {
  }
}
