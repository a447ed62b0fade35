package dev.deviceagent.hal.linux.player;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An mpd that answers every line as a test defines, also with nonsense, and records the lines. */
final class FakeMpd implements AutoCloseable {
  /** As an answer: the connection is closed. After other text: that text is sent, then closed. */
  static final String HANG_UP = "\0";

  /** As an answer: nothing is sent, for as long as the client waits. */
  static final String SILENCE = "";

  static final String GREETING = "OK MPD 0.23.5\n";

  private final Path socket;
  private final ServerSocketChannel server;
  private final String greeting;
  private final Function<String, String> answers;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  FakeMpd(Path socket, String greeting, Function<String, String> answers) throws IOException {
    this.socket = socket;
    this.greeting = greeting;
    this.answers = answers;
    server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    server.bind(UnixDomainSocketAddress.of(socket));
    Thread.ofVirtual().start(this::accept);
  }

  /** Every line received, without those that begin and end a command list. */
  List<String> lines() {
    return List.copyOf(lines);
  }

  private void accept() {
    try {
      while (true) {
        var client = server.accept();
        Thread.ofVirtual().start(() -> serve(client));
      }
    } catch (ClosedChannelException e) {
      // the end of the test
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private void serve(SocketChannel client) {
    try (client) {
      if (!send(client, greeting)) {
        return;
      }
      var in =
          new BufferedReader(
              new InputStreamReader(Channels.newInputStream(client), StandardCharsets.UTF_8));
      List<String> list = null;
      for (var line = in.readLine(); line != null; line = in.readLine()) {
        if (line.equals("command_list_begin")) {
          list = new ArrayList<>();
        } else if (line.equals("command_list_end") && list != null) {
          if (!send(client, together(list))) {
            return;
          }
          list = null;
        } else {
          lines.add(line);
          if (list != null) {
            list.add(line);
          } else if (!send(client, answers.apply(line))) {
            return;
          }
        }
      }
    } catch (IOException e) {
      // the client has disconnected early, as some tests intend
    }
  }

  private String together(List<String> list) {
    var all = new StringBuilder();
    for (var line : list) {
      var answer = answers.apply(line);
      if (!answer.endsWith("OK\n")) {
        return all + answer;
      }
      all.append(answer, 0, answer.length() - "OK\n".length());
    }
    return all + "OK\n";
  }

  private static boolean send(SocketChannel client, String text) throws IOException {
    boolean last = text.endsWith(HANG_UP);
    var bytes =
        ByteBuffer.wrap(
            (last ? text.substring(0, text.length() - 1) : text).getBytes(StandardCharsets.UTF_8));
    while (bytes.hasRemaining()) {
      client.write(bytes);
    }
    return !last;
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(socket);
  }
}
