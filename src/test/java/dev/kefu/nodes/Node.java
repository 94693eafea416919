package dev.kefu.nodes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.springframework.test.util.TestSocketUtils;

/** One Kefu as it is shipped, in a process of its own; it keeps its port, its folder and its log over all its starts. */
final class Node {

  private static final Duration START = Duration.ofMinutes(4);
  private static final Duration STOP = Duration.ofSeconds(75);

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
  private final int port = TestSocketUtils.findAvailableTcpPort();
  private final Path folder;
  private final Path log;
  private Process process;

  /** A node that has not started yet; it ends with this Java. */
  Node(Path home, String name) {
    folder = home.resolve(name);
    log = home.resolve(name + ".log");
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  /** Starts the program and returns at once. */
  void start(Path jar, List<String> settings) {
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx640m", "-XX:+UseSerialGC",
        "-XX:TieredStopAtLevel=1", "-Duser.timezone=Asia/Shanghai", "-jar", jar.toString(), "--server.port=" + port, "--kefu.data=" + folder));
    command.addAll(settings);
    try {
      process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits until the node takes requests; fails with the end of its log when it stops or takes too long. */
  void awaitReady() {
    Awaitility.await("node ready, see " + log).atMost(START).pollInterval(Duration.ofMillis(200)).failFast("the node has stopped, see " + log, () -> !process.isAlive())
        .until(this::isReady);
  }

  /** Whether a load balancer would send people here. */
  boolean isReady() {
    try {
      HttpRequest question = HttpRequest.newBuilder(address().resolve("/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build();
      return http.send(question, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException nobody) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@code kill -9}. */
  void kill() {
    if (process != null) {
      end(process.destroyForcibly(), STOP);
    }
  }

  /** Asks the node to finish what it does and to end. */
  void stop() {
    process.destroy();
    end(process, STOP);
  }

  private static void end(Process process, Duration patience) {
    try {
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("A node did not stop");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
