package dev.kefu.document.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kefu.KefuIT;
import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Both stores, on the database of the run. */
@KefuIT
class AttachmentStoreIT {

  @Autowired private JdbcTemplate jdbc;
  @Autowired private TransactionTemplate transactions;
  @TempDir private Path folder;

  private AttachmentStore store(String name) {
    return name.equals("files") ? new FileStore(folder) : new DatabaseStore(jdbc, transactions);
  }

  /** Everything that a store holds, whatever it is. */
  private Set<String> held(String name) throws IOException {
    if (name.equals("database")) {
      return new HashSet<>(jdbc.queryForList("select distinct storage_key from document_contents", String.class));
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return new HashSet<>(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "database"})
  void whatWasPutComesBackByteForByteUntilItIsDeleted(String name) throws IOException {
    AttachmentStore store = store(name);
    byte[] large = new byte[2 * 1024 * 1024 + 7];
    new Random(4).nextBytes(large);
    for (byte[] content : List.of(large, new byte[] {42}, new byte[1024 * 1024])) {
      String key = store.put(new ByteArrayInputStream(content));

      try (InputStream in = store.open(key)) {
        assertThat(Arrays.equals(in.readAllBytes(), content)).isTrue();
      }
      assertThat(store.exists(key)).isTrue();
      store.delete(key);
      assertThat(store.exists(key)).isFalse();
      assertThatThrownBy(() -> store.open(key)).isInstanceOf(FileNotFoundException.class);
      store.delete(key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "database"})
  void aStreamThatBreaksLeavesNothing(String name) throws IOException {
    Set<String> before = held(name);
    InputStream broken = new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("broken off");
      }
    };

    assertThatThrownBy(() -> store(name).put(new SequenceInputStream(new ByteArrayInputStream(new byte[3 * 1024 * 1024]), broken)))
        .isInstanceOf(IOException.class).hasMessage("broken off");

    assertThat(held(name)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"files", "database"})
  void whatIsRolledBackIsGone(String name) throws IOException {
    AttachmentStore store = store(name);
    AtomicReference<String> key = new AtomicReference<>();

    transactions.executeWithoutResult(status -> {
      try {
        key.set(store.put(new ByteArrayInputStream(new byte[10])));
        assertThat(store.exists(key.get())).isTrue();
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
      status.setRollbackOnly();
    });

    assertThat(store.exists(key.get())).isFalse();
  }

  @Test
  void onlyKeysLeadToFiles() {
    for (String path : List.of("../../etc/passwd", "/etc/passwd", "", "ab", "AB".repeat(16))) {
      assertThatThrownBy(() -> store("files").open(path)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void oldFilesAreFoundAndHalfOnesDeleted() throws IOException {
    FileStore store = new FileStore(folder);
    Instant yesterday = Instant.parse("2026-11-23T00:00:00Z");
    String old = store.put(new ByteArrayInputStream(new byte[1]));
    age(old, yesterday.minusSeconds(1));
    String young = store.put(new ByteArrayInputStream(new byte[1]));
    age(young, yesterday.plusSeconds(1));
    Path half = Files.write(folder.resolve("incoming").resolve("half"), new byte[1]);
    Files.setLastModifiedTime(half, FileTime.from(yesterday.minusSeconds(1)));

    assertThat(store.putBefore(yesterday)).containsExactly(old);
    assertThat(half).doesNotExist();
  }

  private void age(String key, Instant moment) throws IOException {
    Files.setLastModifiedTime(folder.resolve(key.substring(0, 2)).resolve(key.substring(2, 4)).resolve(key), FileTime.from(moment));
  }
}
