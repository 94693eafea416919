package dev.kefu.document.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Where contents of attachments are kept. A key is made here, of 32 hexadecimal digits, and says nothing about the content. */
public interface AttachmentStore {

  /**
   * Keeps what the stream yields, whole or not at all; the caller closes the stream. What is put within a transaction that is rolled back is gone again.
   *
   * @return the key
   * @throws IOException when the stream or the store fails, {@link DiskFull} when that is why; nothing is left then
   */
  String put(InputStream content) throws IOException;

  /**
   * Opens a content; the caller closes it.
   *
   * @throws java.io.FileNotFoundException when there is none
   */
  InputStream open(String key) throws IOException;

  /** Deletes a content for good; nothing happens when there is none. */
  void delete(String key) throws IOException;

  /** The same once the running transaction is committed; when it is rolled back the content stays. */
  default void deleteOnCommit(String key) {
    TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
      @Override
      public void afterCommit() {
        try {
          delete(key);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    });
  }

  boolean exists(String key) throws IOException;

  /** Keys of contents that were put before a moment and may have lost their row; what a program that died left half written is deleted on the way. */
  List<String> putBefore(Instant moment) throws IOException;
}
