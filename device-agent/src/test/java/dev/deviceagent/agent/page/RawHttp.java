package dev.deviceagent.agent.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** HTTP at the level of bytes, so that a test can send false origin headers. */
public final class RawHttp implements AutoCloseable {
  private static final int TIMEOUT_MILLIS = 20_000;

  private final Socket socket;

  private RawHttp(Socket socket) {
    this.socket = socket;
  }

  /** The response: status, head and body. */
  public record Reply(int status, String head, String body) {}

  /** Sends a request; each header is one line. */
  public static RawHttp send(
      String address, String method, String path, String body, String... headers)
      throws IOException {
    var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
    for (var header : headers) {
      request.append(header).append("\r\n");
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    request.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
    var http = open(address);
    http.write(request.toString().getBytes(StandardCharsets.UTF_8));
    http.write(bytes);
    return http;
  }

  /** Connects without sending anything. */
  public static RawHttp open(String address) throws IOException {
    var to = URI.create(address);
    var socket = new Socket(to.getHost(), to.getPort());
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return new RawHttp(socket);
  }

  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
  }

  /** Shuts the output down and reads to the end. */
  public String finish() throws IOException {
    socket.shutdownOutput();
    return readToEnd();
  }

  /** Returns everything received; a reset counts as the end. */
  public String readToEnd() throws IOException {
    var read = new ByteArrayOutputStream();
    try {
      socket.getInputStream().transferTo(read);
    } catch (SocketException e) {
      // What was read before the reset is the answer.
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  /** Closes the connection with a reset, as a crashing browser does. */
  public void reset() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Reads until these words arrive, for at most 20 s, and returns everything read. */
  public String readUntil(String words) throws IOException {
    var read = new StringBuilder();
    InputStream in = socket.getInputStream();
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(TIMEOUT_MILLIS);
    while (read.indexOf(words, Math.max(0, read.length() - words.length())) < 0) {
      int next = in.read();
      if (next < 0 || System.nanoTime() > end) {
        throw new IOException("it ended without '" + words + "': " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  public Reply reply() throws IOException {
    var all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int end = all.indexOf("\r\n\r\n");
    return new Reply(
        Integer.parseInt(all.substring(9, 12)), all.substring(0, end), all.substring(end + 4));
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
