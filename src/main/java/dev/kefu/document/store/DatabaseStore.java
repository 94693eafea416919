package dev.kefu.document.store;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.time.Instant;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Contents in the database, for several nodes that share nothing else. Read and written in pieces, so that no content is in memory as a whole. */
@RequiredArgsConstructor
class DatabaseStore implements AttachmentStore {

  private static final int PIECE = 1024 * 1024;

  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;

  @Override
  public String put(InputStream content) throws IOException {
    String key = Keys.next();
    Failure failure = transactions.execute(status -> {
      try {
        write(key, content);
        return null;
      } catch (IOException e) {
        status.setRollbackOnly();
        return new Failure(e);
      }
    });
    if (failure != null) {
      throw failure.cause();
    }
    return key;
  }

  private record Failure(IOException cause) {
  }

  /** An empty content has one empty piece, so that it exists. */
  private void write(String key, InputStream content) throws IOException {
    byte[] bytes = content.readNBytes(PIECE);
    for (int piece = 0; piece == 0 || bytes.length > 0; piece++) {
      jdbc.update("insert into document_contents (storage_key, piece, content) values (?, ?, ?)", key, piece, bytes);
      bytes = content.readNBytes(PIECE);
    }
  }

  @Override
  public InputStream open(String key) throws IOException {
    Integer pieces = jdbc.queryForObject("select count(*) from document_contents where storage_key = ?", Integer.class, key);
    if (pieces == null || pieces == 0) {
      throw new FileNotFoundException("No content " + key);
    }
    return new SequenceInputStream(new Pieces(key, pieces));
  }

  @RequiredArgsConstructor
  private class Pieces implements Enumeration<InputStream> {

    private final String key;
    private final int pieces;
    private int next;

    @Override
    public boolean hasMoreElements() {
      return next < pieces;
    }

    @Override
    public InputStream nextElement() {
      if (!hasMoreElements()) {
        throw new NoSuchElementException();
      }
      return new ByteArrayInputStream(jdbc.queryForObject("select content from document_contents where storage_key = ? and piece = ?", byte[].class, key, next++));
    }
  }

  @Override
  public void delete(String key) {
    jdbc.update("delete from document_contents where storage_key = ?", key);
  }

  @Override
  public void deleteOnCommit(String key) {
    delete(key);
  }

  @Override
  public boolean exists(String key) {
    return jdbc.queryForObject("select count(*) from document_contents where storage_key = ?", Integer.class, key) > 0;
  }

  /** Content and row are one transaction: none can lose the other. */
  @Override
  public List<String> putBefore(Instant moment) {
    return List.of();
  }
}
