package dev.kefu.nodes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder on a disk of its own, where whoever tests may mount one; else an ordinary folder. */
final class SmallDisk implements AutoCloseable {

  private final Path folder;
  private final Path filling;
  private final boolean mounted;

  SmallDisk(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    filling = folder.resolve("filling");
    mounted = "root".equals(System.getProperty("user.name")) && run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", folder.toString());
  }

  Path folder() {
    return folder;
  }

  boolean isMounted() {
    return mounted;
  }

  /** Fills it up but for so many bytes. */
  void fillUpTo(int left) throws IOException {
    Files.write(filling, new byte[Math.toIntExact(Files.getFileStore(folder).getUsableSpace() - left)]);
  }

  /** Takes away what it was filled with. */
  void makeRoom() throws IOException {
    Files.delete(filling);
  }

  /** Every file below one of its folders, whole or half. */
  List<Path> files(String below) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve(below))) {
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
