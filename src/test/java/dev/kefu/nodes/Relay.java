package dev.kefu.nodes;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Stands between a node and a server that it needs, and hands bytes on until a test makes the way bad. */
final class Relay implements AutoCloseable {

  private static final int CONNECT_MILLIS = 2000;

  private final int target;
  private final ServerSocket door;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private State state = State.OPEN;
  private long delayMillis;

  private enum State { OPEN, CUT, SILENT }

  /** Listens on a free port of this machine and hands on to another one of it. */
  Relay(int target) {
    this.target = target;
    try {
      door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    daemon(this::accept);
  }

  int port() {
    return door.getLocalPort();
  }

  /** The server is down: connections break, new ones are refused. */
  void cut() {
    change(State.CUT, Duration.ZERO);
    closeAll();
  }

  /** The server's machine is dead: nothing is answered and nothing breaks. */
  void silence() {
    change(State.SILENT, Duration.ZERO);
  }

  /** The server answers each message this much later. */
  void slow(Duration delay) {
    change(State.OPEN, delay);
  }

  /** All is well again; what was cut or silent must connect anew. */
  void restore() {
    boolean wasBad = state() != State.OPEN;
    change(State.OPEN, Duration.ZERO);
    if (wasBad) {
      closeAll();
    }
  }

  @Override
  public void close() throws IOException {
    door.close();
    closeAll();
  }

  private synchronized State state() {
    return state;
  }

  private synchronized void change(State next, Duration delay) {
    state = next;
    delayMillis = delay.toMillis();
    notifyAll();
  }

  private void closeAll() {
    open.forEach(Relay::closeQuietly);
    open.clear();
  }

  private void accept() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        daemon(() -> connect(client));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void connect(Socket client) {
    Socket server = new Socket();
    open.add(client);
    open.add(server);
    try {
      awaitWay();
      if (state() == State.CUT || client.isClosed()) {
        throw new IOException("cut");
      }
      server.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      daemon(() -> pump(client, server, false));
      pump(server, client, true);
    } catch (IOException broken) {
      end(client, server);
    }
  }

  private void pump(Socket from, Socket to, boolean answers) {
    byte[] buffer = new byte[16_384];
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (answers) {
          awaitDelay();
        }
        awaitWay();
        out.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      // Either side ended it.
    } finally {
      end(from, to);
    }
  }

  private void end(Socket one, Socket other) {
    closeQuietly(one);
    closeQuietly(other);
    open.remove(one);
    open.remove(other);
  }

  private synchronized void awaitWay() throws IOException {
    while (state == State.SILENT) {
      hold(0);
    }
  }

  private synchronized void awaitDelay() throws IOException {
    long end = System.nanoTime() + Duration.ofMillis(delayMillis).toNanos();
    for (long left = delayMillis; left > 0 && delayMillis > 0; left = Duration.ofNanos(end - System.nanoTime()).toMillis()) {
      hold(left);
    }
  }

  private synchronized void hold(long millis) throws IOException {
    try {
      wait(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Closed is closed.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }
}
