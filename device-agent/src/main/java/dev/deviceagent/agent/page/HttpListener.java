package dev.deviceagent.agent.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.deviceagent.agent.runtime.Threads;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The JDK's HTTP server on the page's port. Each request has two virtual threads: the JDK reads its
 * head on {@code page-read}, and the page answers it on {@code page}.
 */
final class HttpListener implements AutoCloseable {
  /**
   * Limits of the JDK's server (documentation of module jdk.httpserver). It reads them once, when
   * its classes are loaded. All connections together hold a few megabytes at most.
   */
  private static final Map<String, String> LIMITS =
      Map.of(
          "jdk.httpserver.maxConnections", "64",
          "sun.net.httpserver.maxReqHeaders", "64",
          "sun.net.httpserver.maxReqHeaderSize", "8192", // bytes
          "sun.net.httpserver.maxReqTime", "10", // seconds until a request has been read
          "sun.net.httpserver.timerMillis", "5000", // between checks of that time
          "sun.net.httpserver.idleInterval", "10", // seconds before and between requests
          "sun.net.httpserver.clockTick", "5000", // milliseconds between checks of that time
          "sun.net.httpserver.nodelay", "true");

  private final Threads threads;
  private final Consumer<Exchange> page;
  private final Duration patience;
  private final HttpServer server;

  /**
   * Listens; answers no request before {@link #start}.
   *
   * @param page answers a request on the request's thread; an exception from it ends the process
   * @param patience the longest that one transfer from or to a browser may take
   * @throws IOException if the port cannot be opened
   */
  HttpListener(
      InetSocketAddress listen, Threads threads, Consumer<Exchange> page, Duration patience)
      throws IOException {
    this.threads = threads;
    this.page = page;
    this.patience = patience;
    LIMITS.forEach(System::setProperty);
    try {
      server = HttpServer.create(listen, 0);
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on %s (%s): %s"
              .formatted(address(listen), e.getMessage(), cure(e, listen)),
          e);
    }
    server.setExecutor(work -> threads.virtual("page-read", work));
    server.createContext("/", this::handle);
  }

  /**
   * The package's systemd unit forbids the service to listen (SocketBindDeny), which gives EPERM.
   */
  private static String cure(IOException e, InetSocketAddress listen) {
    return String.valueOf(e.getMessage()).contains("not permitted")
        ? "allow it with 'sudo systemctl edit device-agent': [Service] SocketBindAllow=tcp:%d"
            .formatted(listen.getPort())
        : "choose another 'page.listen'";
  }

  void start() {
    server.start();
  }

  /**
   * Answers each request on a separate thread, because the server ignores what a handler throws,
   * bugs too.
   *
   * @throws IOException always. If the answer is unfinished, the server closes the connection and
   *     forgets it; if it is finished, the server ignores the exception. A connection that breaks
   *     off without an exception counts as open indefinitely (JDK 25, ServerImpl.Exchange.run).
   */
  private void handle(HttpExchange http) throws IOException {
    var exchange = new Exchange(http, patience);
    var answering = threads.virtual("page", () -> page.accept(exchange));
    try {
      while (!answering.join(patience)) {
        exchange.endStuckTransfer();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // never interrupted
    }
    throw new IOException("the request has ended");
  }

  /** The address for a browser on this machine. */
  String address() {
    return address(server.getAddress());
  }

  private static String address(InetSocketAddress listen) {
    var host =
        listen.getAddress().isAnyLocalAddress()
            ? InetAddress.getLoopbackAddress()
            : listen.getAddress();
    var name = host.getHostAddress();
    return "http://"
        + (name.contains(":") ? "[" + name + "]" : name)
        + ":"
        + listen.getPort()
        + "/";
  }

  /** Closes every connection. */
  @Override
  public void close() {
    server.stop(0);
  }
}
