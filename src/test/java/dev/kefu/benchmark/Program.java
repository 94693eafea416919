package dev.kefu.benchmark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** A web application in a Java of its own, on the class path of its own that is left of this one's. It can stand still while another one is measured. */
final class Program implements AutoCloseable {

  private static final Path LOGS = Path.of("target", "benchmark");
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  private final Process process;
  private final Path log;
  private final int port = freePort();

  private Program(String name, String mainClass, Predicate<String> classPath, List<String> settings) {
    log = LOGS.resolve(name + ".log");
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g", "-XX:+UseParallelGC", "-Duser.timezone=Asia/Shanghai",
        "-cp", Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator)).filter(classPath).collect(Collectors.joining(File.pathSeparator)), mainClass,
        "--server.port=" + port,
        // Connections live on while it stands still.
        "--server.tomcat.keep-alive-timeout=10m"));
    settings.forEach(setting -> command.add("--" + setting));
    try {
      Files.createDirectories(LOGS);
      process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
  }

  /**
   * Starts it and waits until it answers.
   *
   * @param name also of its log
   * @param classPath which entries of this Java's class path it gets
   * @param settings of Spring Boot, {@code name=value}
   * @param path answers 200 as soon as it is ready
   */
  static Program start(String name, String mainClass, Predicate<String> classPath, List<String> settings, String path) {
    Program program = new Program(name, mainClass, classPath, settings);
    program.await(() -> program.answers(path));
    return program;
  }

  /** Waits until its log says something. */
  void await(String words) {
    await(() -> {
      try {
        return Files.readString(log).contains(words);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    });
  }

  private void await(BooleanSupplier ready) {
    Instant end = Instant.now().plus(PATIENCE);
    while (!ready.getAsBoolean()) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        close();
        throw new IllegalStateException("It did not start, see " + log);
      }
      pause();
    }
  }

  int port() {
    return port;
  }

  /** Processor time that it has used so far, all threads together. */
  Duration cpu() {
    return process.info().totalCpuDuration().orElseThrow(() -> new IllegalStateException("This system does not tell the processor time of " + process.pid()));
  }

  /** Lets it stand still, with all its background work. */
  void freeze() {
    signal("-STOP");
  }

  void thaw() {
    signal("-CONT");
  }

  private void signal(String signal) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(process.pid())).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private boolean answers(String path) {
    try {
      HttpURLConnection connection = (HttpURLConnection) URI.create("http://localhost:" + port + path).toURL().openConnection();
      connection.setReadTimeout(2_000);
      return connection.getResponseCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Override
  public void close() {
    thaw();
    process.destroy();
    try {
      if (!process.waitFor(30, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
