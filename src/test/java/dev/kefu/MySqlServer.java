package dev.kefu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.util.FileSystemUtils;

/**
 * A real MySQL 8 for the tests, unpacked from the class path below {@code target/mysql}, one for each Java that tests; it starts with its first database and ends with this
 * Java. {@code KEFU_TEST_MYSQLD} in the environment names the program of another MySQL, for example a newer one.
 */
public final class MySqlServer {

  private static final String OTHER = System.getenv("KEFU_TEST_MYSQLD");
  private static final Path HOME = Path.of("target", "mysql", TestDatabase.FORK).toAbsolutePath();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final AtomicInteger DATABASES = new AtomicInteger();
  /** Nobody needs the data of tests after a power failure. */
  private static final List<String> FAST = List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0");
  private static final List<String> DURABLE = List.of("--innodb-flush-log-at-trx-commit=1", "--innodb-doublewrite=1");

  private final String name;
  private final List<String> safety;
  private final Path run;
  private final int port = freePort();
  private Process process;

  private MySqlServer(String name, List<String> safety) {
    this.name = name;
    this.safety = safety;
    run = HOME.resolve("run-" + ProcessHandle.current().pid() + name);
    start();
  }

  /** Starts one more server, new and empty, beside the one that all tests share; it ends with this Java. */
  public static MySqlServer another(String name) {
    return new MySqlServer("-" + name, FAST);
  }

  /** The same, but what is committed is on the disk, as an installation has it: for measuring. */
  public static MySqlServer durable(String name) {
    return new MySqlServer("-" + name, DURABLE);
  }

  /** Why no MySQL can be started on this machine and what helps; empty when it can. */
  public static Optional<String> obstacle() {
    if (!"Linux".equals(System.getProperty("os.name")) || !"amd64".equals(System.getProperty("os.arch"))) {
      return Optional.of("the MySQL server of the tests runs on Linux x86-64 only: run ./mvnw verify there, .ci/run does");
    }
    unpack();
    Path answer = HOME.resolve("version.txt");
    if (run(answer, List.of(program(), "--version")) == 0) {
      return Optional.empty();
    }
    String text = read(answer).strip();
    return Optional.of(text.contains("libaio") ? "libaio.so.1 is missing: apt-get install libaio1" : "mysqld does not run here: " + text);
  }

  /** Makes an empty database on the server and returns its name. */
  public static String newDatabase() {
    return Holder.SERVER.makeDatabase();
  }

  /** The same on this server. */
  public String makeDatabase() {
    String database = "kefu_" + DATABASES.incrementAndGet();
    try (Connection connection = DriverManager.getConnection("jdbc:mysql://localhost:" + port + "/", "root", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create database " + database + " character set utf8mb4 collate utf8mb4_bin");
    } catch (SQLException e) {
      throw new IllegalStateException("MySQL made no database", e);
    }
    return database;
  }

  /** The server's port on localhost; user {@code root} without password. */
  public static int port() {
    return Holder.SERVER.port;
  }

  /** This server's port on localhost. */
  public int ownPort() {
    return port;
  }

  private static void unpack() {
    if (OTHER != null) {
      makeHome();
      return;
    }
    if (Files.isExecutable(Path.of(program()))) {
      return;
    }
    Path archive = HOME.resolve("mysql.tar.gz");
    makeHome();
    try (InputStream packed = MySqlServer.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz")) {
      Files.copy(packed, archive);
      demand(run(HOME.resolve("unpack.log"), List.of("tar", "xzf", archive.toString(), "-C", HOME.toString())) == 0, "unpack.log");
      Files.delete(archive);
      linkRenamedLibrary();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void makeHome() {
    try {
      Files.createDirectories(HOME);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Newer Debian and Ubuntu call libaio.so.1 otherwise; it is the same library. */
  private static void linkRenamedLibrary() throws IOException {
    Path renamed = Path.of("/usr/lib/x86_64-linux-gnu/libaio.so.1t64");
    if (Files.exists(renamed)) {
      Files.createSymbolicLink(HOME.resolve("lib/libaio.so.1"), renamed);
    }
  }

  private void start() {
    unpack();
    Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    try {
      Files.createDirectories(run);
      demand(run(HOME.resolve("initialize" + name + ".log"), command(List.of("--initialize-insecure"))) == 0, "initialize" + name + ".log");
      List<String> options = new ArrayList<>(safety);
      options.addAll(List.of("--port=" + port, "--bind-address=127.0.0.1", "--socket=" + run.resolve("sock"), "--pid-file=" + run.resolve("pid"), "--mysqlx=OFF", "--skip-log-bin",
          "--performance-schema=OFF",
          // The ten thousand complaints fill it, ordinary tests do not.
          "--innodb-buffer-pool-size=1G", "--loose-innodb-log-file-size=512M", "--loose-innodb-redo-log-capacity=1G"));
      process = builder(HOME.resolve(log()), command(options)).start();
      awaitReady();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitReady() {
    Instant end = Instant.now().plus(PATIENCE);
    while (!read(HOME.resolve(log())).contains("ready for connections")) {
      demand(process.isAlive() && Instant.now().isBefore(end), log());
      pause();
    }
  }

  private String log() {
    return "server" + name + ".log";
  }

  /** Ends the server and deletes its data. */
  public void stop() {
    if (process != null) {
      process.destroy();
      try {
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
          process.destroyForcibly();
        }
      } catch (InterruptedException e) {
        process.destroyForcibly();
      }
    }
    FileSystemUtils.deleteRecursively(run.toFile());
  }

  private List<String> command(List<String> options) {
    List<String> command = new ArrayList<>(List.of(program(), "--no-defaults", "--datadir=" + run.resolve("data")));
    if (OTHER == null) {
      command.addAll(List.of("--basedir=" + HOME, "--lc-messages-dir=" + HOME.resolve("share")));
    }
    if ("root".equals(System.getProperty("user.name"))) {
      command.add("--user=root");
    }
    command.addAll(options);
    return command;
  }

  private static String program() {
    return OTHER == null ? HOME.resolve("bin/mysqld").toString() : OTHER;
  }

  private static int run(Path log, List<String> command) {
    try {
      return builder(log, command).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static ProcessBuilder builder(Path log, List<String> command) {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().put("LD_LIBRARY_PATH", HOME.resolve("lib").toString());
    return builder;
  }

  private static void demand(boolean fulfilled, String log) {
    if (!fulfilled) {
      throw new IllegalStateException("MySQL does not start; " + log + " says: " + read(HOME.resolve(log)));
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(50);
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

  private static final class Holder {
    private static final MySqlServer SERVER = new MySqlServer("", FAST);
  }
}
