package dev.deviceagent.agent.page;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** HTTP as it is on the wire, so that a request may lie about where it comes from. */
final class RawHttp implements AutoCloseable {
  private final Socket socket;

  private RawHttp(Socket socket) {
    this.socket = socket;
  }

  /** What came back, its head and its body. */
  record Reply(int status, String head, String body) {}

  /** Sends a request; headers are lines. */
  static RawHttp send(String address, String method, String path, String body, String... headers)
      throws IOException {
    var to = URI.create(address);
    var socket = new Socket(to.getHost(), to.getPort());
    socket.setSoTimeout(20_000);
    var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nConnection: close\r\n");
    for (var header : headers) {
      request.append(header).append("\r\n");
    }
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    request.append("Content-Length: ").append(bytes.length).append("\r\n\r\n");
    socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return new RawHttp(socket);
  }

  /** Reads until this has been said, and gives all of it. */
  String readUntil(String words) throws IOException {
    var read = new StringBuilder();
    InputStream in = socket.getInputStream();
    while (read.indexOf(words) < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("it ended without '" + words + "': " + read);
      }
      read.append((char) next);
    }
    return read.toString();
  }

  Reply reply() throws IOException {
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
