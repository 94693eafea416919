package dev.kefu.demo.complaints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The time of the simulation: it stands still until it is moved, and moves forward only. A file keeps it, written before it is shown, so that a
 * second start goes on after the last thing that happened. Set before any bean is made: whatever starts sees this time only.
 */
class SimulatedTime implements BeanFactoryPostProcessor, DisposableBean {

  private final Path file;
  private final Instant beginning;

  /** Takes the time from the file, or begins. */
  SimulatedTime(Path file, Instant beginning) {
    this.file = file;
    this.beginning = beginning;
  }

  @Override
  public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
    ClockUtil.setCurrentTime(Date.from(Files.exists(file) ? Instant.parse(read()) : beginning));
  }

  /** Moves to a moment; one that has passed leaves the time as it is. */
  void moveTo(Instant moment) {
    if (moment.isAfter(ClockUtil.getCurrentTime().toInstant())) {
      write(moment.toString());
      ClockUtil.setCurrentTime(Date.from(moment));
    }
  }

  @Override
  public void destroy() {
    ClockUtil.reset();
  }

  private String read() {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A reader, after a kill too, finds the old time or the new one, never half of it. */
  private void write(String time) {
    try {
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.createDirectories(file.getParent());
      Files.writeString(next, time);
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The simulated time cannot be kept in " + file.toAbsolutePath(), e);
    }
  }
}
