package dev.kefu.document.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Contents as files below a folder: {@code ab/cd/abcd…}. A file appears under its name only when all of it is on the disk. */
class FileStore implements AttachmentStore {

  private static final Logger LOG = LoggerFactory.getLogger(FileStore.class);

  private final Path folder;
  private final Path incoming;

  FileStore(Path folder) {
    this.folder = folder;
    incoming = folder.resolve("incoming");
  }

  @Override
  public String put(InputStream content) throws IOException {
    String key = Keys.next();
    Files.createDirectories(incoming);
    Path half = incoming.resolve(key);
    try {
      write(content, half);
      Path whole = path(key);
      Files.createDirectories(whole.getParent());
      Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw DiskFull.orElse(e, incoming);
    } finally {
      Files.deleteIfExists(half);
    }
    deleteOnRollback(key);
    return key;
  }

  private static void write(InputStream content, Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
         OutputStream out = Channels.newOutputStream(channel)) {
      content.transferTo(out);
      channel.force(true);
    }
  }

  private void deleteOnRollback(String key) {
    if (TransactionSynchronizationManager.isSynchronizationActive()) {
      TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
        @Override
        public void afterCompletion(int status) {
          // Unknown may have been committed: the sweep looks again.
          if (status == STATUS_ROLLED_BACK) {
            deleteQuietly(key);
          }
        }
      });
    }
  }

  private void deleteQuietly(String key) {
    try {
      delete(key);
    } catch (IOException leftToTheSweep) {
      LOG.warn("{} belongs to no attachment and could not be deleted; the sweep will try again: {}", path(key), leftToTheSweep.toString());
    }
  }

  @Override
  public InputStream open(String key) throws IOException {
    try {
      return Files.newInputStream(path(key));
    } catch (NoSuchFileException missing) {
      throw new FileNotFoundException(missing.getFile());
    }
  }

  @Override
  public void delete(String key) throws IOException {
    Files.deleteIfExists(path(key));
  }

  @Override
  public boolean exists(String key) {
    return Files.isRegularFile(path(key));
  }

  @Override
  public List<String> putBefore(Instant moment) throws IOException {
    List<String> keys = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).filter(file -> isBefore(file, moment)).toList()) {
          if (file.startsWith(incoming)) {
            Files.deleteIfExists(file);
          } else if (Keys.isKey(file.getFileName().toString())) {
            keys.add(file.getFileName().toString());
          }
        }
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return keys;
  }

  private static boolean isBefore(Path file, Instant moment) {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(moment);
    } catch (IOException gone) {
      return false;
    }
  }

  /** Never of anything but a key: no path comes from outside. */
  private Path path(String key) {
    Keys.require(key);
    return folder.resolve(key.substring(0, 2)).resolve(key.substring(2, 4)).resolve(key);
  }
}
