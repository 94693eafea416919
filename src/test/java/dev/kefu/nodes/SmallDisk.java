package dev.kefu.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder on a disk of its own with two megabytes, where whoever tests may mount one; else an ordinary folder. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;
  private final boolean mounted;

  SmallDisk(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    mounted = "root".equals(System.getProperty("user.name")) && run("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", folder.toString());
  }

  Path folder() {
    return folder;
  }

  boolean isMounted() {
    return mounted;
  }

  /** Gives it four times the room. */
  void enlarge() throws IOException {
    if (!run("mount", "-o", "remount,size=8m", folder.toString())) {
      throw new IOException("The small disk does not grow");
    }
  }

  /** Every file on it, whole or half. */
  List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() throws IOException {
    if (mounted) {
      run("umount", folder.toString());
    }
  }

  private static boolean run(String... command) throws IOException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start().waitFor() == 0;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
