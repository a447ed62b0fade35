package dev.deviceagent.agent.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer. All bytes from and to a browser pass through this class. For the
 * request's thread only; {@link #endStuckTransfer} is for another thread.
 *
 * <p>The JDK's HTTP server throws runtime exceptions for some requests, e.g. an {@link
 * IndexOutOfBoundsException} for a chunk of {@code ffffffff} bytes. They are not bugs of the agent,
 * so they become an {@link IOException} here. Exceptions of the page's own code are not caught.
 */
final class Exchange {
  /** The longest that one transfer may take. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final long NO_END = 0;
  private static final long NO_BODY = -1;

  private final HttpExchange http;
  private final Duration patience;
  private @Nullable Thread transferring;
  private long sinceNanos;

  /**
   * A request whose head the server has read.
   *
   * @param patience the longest that one transfer may take
   */
  Exchange(HttpExchange http, Duration patience) {
    this.http = http;
    this.patience = patience;
  }

  URI uri() {
    return http.getRequestURI();
  }

  String path() {
    return uri().getPath();
  }

  Headers headers() {
    return http.getRequestHeaders();
  }

  String method() {
    return http.getRequestMethod();
  }

  boolean isMethod(String method) {
    return method().equals(method);
  }

  /**
   * Reads the request's body; blocks.
   *
   * @param most bytes that are read; a longer body is cut there
   */
  byte[] body(int most) throws IOException {
    return transfer(() -> http.getRequestBody().readNBytes(most));
  }

  /** Sends a whole answer; without its body if the request is HEAD. */
  void send(Answer answer) throws IOException {
    var body = answer.body();
    boolean isHead = isMethod("HEAD");
    answer.allHeaders().forEach(http.getResponseHeaders()::set);
    if (isHead) {
      // As a header: the JDK prints a warning if it is given a length for the answer to HEAD.
      http.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
    }
    transfer(() -> {
      http.sendResponseHeaders(answer.status(), isHead ? NO_BODY : body.length);
      if (!isHead) {
        var out = http.getResponseBody();
        out.write(body);
        out.flush(); // before the JDK waits for the rest of the request
      }
      http.close();
      return body;
    });
  }

  /** Sends the head of an answer without an end; {@link #write} sends what follows. */
  void begin(Answer head) throws IOException {
    head.allHeaders().forEach(http.getResponseHeaders()::set);
    transfer(() -> {
      http.sendResponseHeaders(head.status(), NO_END);
      return head;
    });
  }

  /** Sends more bytes immediately. */
  void write(byte[] bytes) throws IOException {
    transfer(() -> {
      var out = http.getResponseBody();
      out.write(bytes);
      out.flush();
      return bytes;
    });
  }

  private interface Transfer<T> {
    T run() throws IOException;
  }

  private <T> T transfer(Transfer<T> transfer) throws IOException {
    begin();
    try {
      return transfer.run();
    } catch (RuntimeException e) {
      throw new IOException("the JDK's HTTP server failed: " + e, e);
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    transferring = Thread.currentThread();
    sinceNanos = System.nanoTime();
  }

  private synchronized void end() {
    transferring = null;
    boolean _ = Thread.interrupted(); // an interrupt is for the transfer only
  }

  /**
   * Ends a transfer that takes longer than the patience. The interrupt closes the connection's
   * channel (java.nio.channels.InterruptibleChannel), so the transfer fails. {@link
   * HttpExchange#close} cannot do this: it waits for the lock that the blocked transfer holds.
   */
  synchronized void endStuckTransfer() {
    if (transferring != null && System.nanoTime() - sinceNanos >= patience.toNanos()) {
      transferring.interrupt();
    }
  }
}
