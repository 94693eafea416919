package dev.kefu.notification.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mail server that answers each command as the test says; an empty answer closes the connection, {@link #SILENCE} is no answer at all. */
class ScriptedMailServer implements AutoCloseable {

  static final String SILENCE = "silence";
  static final String END_OF_TEXT = ".";

  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final ExecutorService thread = Executors.newCachedThreadPool();

  ScriptedMailServer(Map<String, String> answers) {
    this.answers = answers;
    try {
      socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    thread.execute(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket caller = socket.accept()) {
        talk(caller);
      } catch (IOException e) {
        // The test is over.
      }
    }
  }

  private void talk(Socket caller) throws IOException {
    BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.US_ASCII));
    if (!say(caller, answers.getOrDefault("", "220 here"))) {
      return;
    }
    boolean text = false;
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (text && !line.equals(END_OF_TEXT)) {
        continue;
      }
      String command = line.equals(END_OF_TEXT) ? line : line.substring(0, 4);
      String answer = answers.getOrDefault(command, command.equals("DATA") ? "354 go on" : "250 fine");
      text = command.equals("DATA") && answer.startsWith("354");
      if (!say(caller, answer)) {
        return;
      }
    }
  }

  private static boolean say(Socket caller, String answer) throws IOException {
    if (answer.equals(SILENCE)) {
      return true;
    }
    OutputStream out = caller.getOutputStream();
    out.write((answer.isEmpty() ? "" : answer + "\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
    return !answer.isEmpty();
  }

  @Override
  public void close() throws IOException {
    socket.close();
    thread.shutdownNow();
  }
}
