package dev.kefu.audit.seal;

import java.nio.file.Path;
import org.springframework.context.ApplicationContext;

/** Lets tests of other modules seal at a moment that they choose. */
public final class Seals {

  private Seals() {
  }

  /** Seals all that was committed, and says where the seals' hashes stand outside the database. */
  public static Path seal(ApplicationContext beans) {
    beans.getBean(Sealing.class).seal();
    return beans.getBean(SealProperties.class).sealsFile();
  }
}
