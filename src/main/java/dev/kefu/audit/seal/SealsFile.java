package dev.kefu.audit.seal;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import org.springframework.stereotype.Component;

/** The seals' hashes outside the database, a line each: seal, time, entries, hash. Whoever rewrites the database cannot rewrite this file. */
@Component
class SealsFile {

  private static final int LONGEST_LINE = 256;

  private final Path path;

  SealsFile(SealProperties properties) {
    path = properties.sealsFile();
  }

  /** Appends, on the disk before it returns, every seal after the last one in the file; seals come in pages by the id before. */
  void appendMissing(LongFunction<List<Seal>> sealsAfter) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (FileChannel channel = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
           FileLock lock = channel.lock()) {
        append(channel, sealsAfter);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the audit seals to " + path + ": make the folder writable; the seals follow at the next run", e);
    }
  }

  Path path() {
    return path.toAbsolutePath().normalize();
  }

  boolean exists() {
    return Files.exists(path);
  }

  /** Opens the file for reading line by line; a missing file is empty. */
  Lines open() throws IOException {
    return new Lines(Files.exists(path) ? Files.newBufferedReader(path) : new BufferedReader(Reader.nullReader()));
  }

  private static void append(FileChannel channel, LongFunction<List<Seal>> sealsAfter) throws IOException {
    Tail tail = Tail.of(channel);
    channel.position(tail.end());
    long last = tail.lastSeal();
    for (List<Seal> seals = sealsAfter.apply(last); !seals.isEmpty(); seals = sealsAfter.apply(last)) {
      for (Seal seal : seals) {
        channel.write(ByteBuffer.wrap((SealLine.of(seal).text() + "\n").getBytes(StandardCharsets.US_ASCII)));
        last = seal.id();
      }
    }
    channel.force(true);
  }

  /** Where the next line goes: a line that a crash cut off before its end is written again. */
  private record Tail(long end, long lastSeal) {

    static Tail of(FileChannel channel) throws IOException {
      long start = Math.max(0, channel.size() - 2 * LONGEST_LINE);
      ByteBuffer bytes = ByteBuffer.allocate((int) (channel.size() - start));
      channel.read(bytes, start);
      String text = new String(bytes.array(), StandardCharsets.US_ASCII);
      int end = text.lastIndexOf('\n');
      if (end < 0) {
        return new Tail(0, 0);
      }
      String line = text.substring(text.lastIndexOf('\n', end - 1) + 1, end);
      return new Tail(start + end + 1, SealLine.parse(line).sealId());
    }
  }

  /** The lines of the file, one after the other. */
  record Lines(BufferedReader reader) implements Closeable {

    Optional<SealLine> next() throws IOException {
      return Optional.ofNullable(reader.readLine()).map(SealLine::parse);
    }

    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
