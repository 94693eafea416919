package dev.kefu.document.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A content could not be written because its disk has no space left. */
public class DiskFull extends IOException {

  private static final long serialVersionUID = 1L;

  /** What a file system gives out at a time, and some. */
  private static final long LEAST = 64 * 1024;

  private DiskFull(Path folder, IOException cause) {
    super("No space is left on the disk of " + folder, cause);
  }

  /** Says why writing to a folder failed: the disk is full, or the failure itself. To be asked before what was written of it is deleted. */
  public static IOException orElse(IOException failure, Path folder) throws IOException {
    return Files.getFileStore(folder).getUsableSpace() < LEAST ? new DiskFull(folder, failure) : failure;
  }
}
