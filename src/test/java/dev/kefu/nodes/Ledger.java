package dev.kefu.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What a client sent and what it was answered, a line each in a file of the client's own; an accepted request is on the disk before the client goes on. */
final class Ledger implements AutoCloseable {

  /** What a request wants. */
  enum Kind {
    /** A complaint from outside; the subject is its reference, the result the case number. */
    COMPLAINT,
    /** A case of the trial; the subject is the client's own, the result the case number. */
    START,
    /** A form; the subject is the task. */
    FORM
  }

  /** How far a request came. */
  enum Outcome {
    /** It has left the client. */
    SENT,
    /** It was answered with 2xx. */
    ACCEPTED,
    /** It was answered with 4xx: nothing may have come of it. */
    REFUSED
  }

  /**
   * A line.
   *
   * @param result what an accepted request was told, else empty
   */
  record Entry(Outcome outcome, Kind kind, String subject, String result) {

    private static Entry parse(String line) {
      String[] parts = line.split("\t", -1);
      return new Entry(Outcome.valueOf(parts[0]), Kind.valueOf(parts[1]), parts[2], parts[3]);
    }

    private String line() {
      return String.join("\t", outcome.name(), kind.name(), subject, result) + "\n";
    }
  }

  private final Path file;
  private final FileChannel channel;

  Ledger(Path file) {
    this.file = file;
    try {
      channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void sent(Kind kind, String subject) {
    write(new Entry(Outcome.SENT, kind, subject, ""));
  }

  void accepted(Kind kind, String subject, String result) {
    write(new Entry(Outcome.ACCEPTED, kind, subject, result));
  }

  void refused(Kind kind, String subject) {
    write(new Entry(Outcome.REFUSED, kind, subject, ""));
  }

  /** All lines as they stand in the file. */
  List<Entry> read() {
    try {
      return Files.readAllLines(file).stream().map(Entry::parse).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many requests were accepted until now. */
  long accepted() {
    return read().stream().filter(entry -> entry.outcome() == Outcome.ACCEPTED).count();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private synchronized void write(Entry entry) {
    try {
      ByteBuffer line = ByteBuffer.wrap(entry.line().getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      if (entry.outcome() != Outcome.SENT) {
        channel.force(false);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
