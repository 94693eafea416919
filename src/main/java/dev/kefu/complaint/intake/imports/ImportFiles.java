package dev.kefu.complaint.intake.imports;

import dev.kefu.complaint.intake.IntakeProblem;
import dev.kefu.complaint.intake.IntakeProperties;
import dev.kefu.tables.UnreadableFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Files of imports: kept in the database, so that every node finds them, and lent to this node's disk while it reads. Never in memory as a whole. */
@Component
class ImportFiles {

  private static final int PIECE = 1024 * 1024;

  private final ImportTable table;
  private final IntakeProperties settings;
  private final Path folder;

  ImportFiles(ImportTable table, IntakeProperties settings, Environment environment) {
    this.table = table;
    this.settings = settings;
    folder = Path.of(environment.getRequiredProperty("kefu.data")).resolve("imports");
  }

  /** A file on this node's disk; closing deletes it. */
  record Lent(Path path, String sha256, long size) implements AutoCloseable {

    @Override
    public void close() throws IOException {
      Files.deleteIfExists(path);
    }
  }

  /**
   * Takes in an upload.
   *
   * @throws IntakeProblem 413 for a file that is too large
   */
  Lent take(InputStream upload) throws IOException {
    long most = settings.imports().largestFile().toBytes();
    return write(out -> {
      byte[] bytes = upload.readNBytes(PIECE);
      for (long size = bytes.length; bytes.length > 0; bytes = upload.readNBytes(PIECE), size += bytes.length) {
        if (size > most) {
          throw IntakeProblem.of(HttpStatus.PAYLOAD_TOO_LARGE, "The file is larger than %1$d MB 檔案超過 %1$d MB".formatted(settings.imports().largestFile().toMegabytes()));
        }
        out.write(bytes);
      }
    });
  }

  void keep(long id, Lent file) throws IOException {
    try (InputStream in = Files.newInputStream(file.path())) {
      byte[] bytes = in.readNBytes(PIECE);
      for (int piece = 0; bytes.length > 0; piece++) {
        table.addPiece(id, piece, bytes);
        bytes = in.readNBytes(PIECE);
      }
    }
  }

  /**
   * Brings a file to this node's disk.
   *
   * @throws UnreadableFile when it is not what was kept
   */
  Lent lend(Import kept) throws IOException {
    Lent lent = write(out -> {
      int piece = 0;
      for (Optional<byte[]> bytes = table.piece(kept.id(), piece); bytes.isPresent(); bytes = table.piece(kept.id(), ++piece)) {
        out.write(bytes.get());
      }
    });
    if (!lent.sha256().equals(kept.sha256())) {
      lent.close();
      throw new UnreadableFile("The kept file is damaged or was deleted 保存的檔案已損壞或刪除");
    }
    return lent;
  }

  /** Deletes what a program that died left on this node's disk before a moment. */
  void sweep(Instant before) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> left = Files.list(folder)) {
        for (Path path : left.toList()) {
          if (Files.getLastModifiedTime(path).toInstant().isBefore(before)) {
            Files.deleteIfExists(path);
          }
        }
      }
    }
  }

  private interface Writing {
    void to(OutputStream out) throws IOException;
  }

  private Lent write(Writing writing) throws IOException {
    Files.createDirectories(folder);
    Path path = Files.createTempFile(folder, "import-", ".tmp");
    MessageDigest digest = DigestUtils.getSha256Digest();
    try {
      try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path), digest)) {
        writing.to(out);
      }
      return new Lent(path, HexFormat.of().formatHex(digest.digest()), Files.size(path));
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(path);
      throw e;
    }
  }
}
