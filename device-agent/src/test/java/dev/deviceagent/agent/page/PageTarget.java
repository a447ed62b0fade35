package dev.deviceagent.agent.page;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.control.Refusal;
import dev.deviceagent.agent.control.Speaker;
import dev.deviceagent.agent.core.Status;
import dev.deviceagent.agent.fuzz.Seeds;
import dev.deviceagent.agent.fuzz.Stretch;
import dev.deviceagent.agent.fuzz.Target;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.hal.Picture;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;

/**
 * The page over a loopback connection. A client may write any bytes before it closes its output.
 * The page answers with HTTP or not at all and closes the connection, and the next request is
 * answered. An input is what the client writes.
 */
public final class PageTarget implements Target {
  private static final String TOKEN = "0123456789abcdef";
  private static final int PATIENCE_MILLIS = 5_000;
  private static final int ANSWER_BYTES = 1 << 20;
  private static final String UNFINISHED = "(and then nothing)";
  private static final byte[] HEALTHY =
      Seeds.utf8(
          "GET /nothing HTTP/1.1\r\nHost: localhost\r\nCookie: device-agent-token="
              + TOKEN
              + "\r\n\r\n");

  private final Queue<Throwable> bugs = new ConcurrentLinkedQueue<>();
  private final InetSocketAddress address;

  public PageTarget() throws IOException {
    var token = Files.createTempFile("fuzz", "token");
    Files.writeString(token, TOKEN);
    var listen = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    var page = new Config.Page(listen, true, token);
    var server = new PageServer(page, listen, true, new Speaking(), new Threads(bugs::add));
    Thread.setDefaultUncaughtExceptionHandler((_, bug) -> bugs.add(bug)); // from the JDK's threads
    server.start();
    var port = server.address().replaceAll(".*:(\\d+)/", "$1");
    address = new InetSocketAddress(listen.getAddress(), Integer.parseInt(port));
  }

  @Override
  public void run(byte[] input) throws Exception {
    var answer = ask(Stretch.of(input));
    var next = ask(HEALTHY);
    if (!bugs.isEmpty()) {
      throw new AssertionError("a thread of the page has died", bugs.poll());
    }
    demand(!answer.endsWith(UNFINISHED), "not closed in time: " + answer);
    demand(answer.isEmpty() || answer.startsWith("HTTP/1.1 "), "no HTTP: " + answer);
    demand(next.startsWith("HTTP/1.1 404 "), "the next request is answered: " + next);
  }

  private static void demand(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /** Everything received; for an event stream, which does not end, its first part. */
  private String ask(byte[] written) throws IOException {
    try (var socket = new Socket(address.getAddress(), address.getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      var answer = new ByteArrayOutputStream();
      try {
        socket.getOutputStream().write(written);
        socket.shutdownOutput();
        var buffer = new byte[8192];
        var in = socket.getInputStream();
        for (int n = in.read(buffer); n >= 0 && answer.size() < ANSWER_BYTES; n = in.read(buffer)) {
          answer.write(buffer, 0, n);
          if (answer.toString(ISO_8859_1).contains("text/event-stream")) {
            break;
          }
        }
      } catch (SocketTimeoutException e) {
        return answer.toString(ISO_8859_1) + UNFINISHED;
      } catch (SocketException e) {
        // The server closed with unread bytes: the end of its answer may be lost.
      }
      return answer.toString(ISO_8859_1);
    }
  }

  /** Accepts every request, but does not mute. */
  private static final class Speaking implements Speaker {
    @Override
    public Status status() {
      return Statuses.of(State.IDLE);
    }

    @Override
    public Parts parts() {
      return new Parts("sim", true, List.of("talk"), List.of("volume"), Map.of());
    }

    @Override
    public List<Indication> indications() {
      return List.of(Indication.MUTE, Indication.IDLE);
    }

    @Override
    public @Nullable List<String> leds() {
      return List.of("#102030");
    }

    @Override
    public @Nullable Picture face() {
      return null;
    }

    @Override
    public String send(byte[] message) {
      return "done";
    }

    @Override
    public String button(String name, boolean isPressed) {
      return "done";
    }

    @Override
    public String mute(boolean on) throws Refusal {
      throw new Refusal("no, because");
    }

    @Override
    public String link(boolean isJoined) {
      return "done";
    }

    @Override
    public Faults faults() {
      return (_, _) -> {};
    }
  }

  @Override
  public List<byte[]> seeds() {
    var cookie = "Host: localhost\r\nCookie: device-agent-token=" + TOKEN + "\r\n";
    var seeds = new ArrayList<String>();
    for (var path :
        List.of("/", "/page.js", "/api/status", "/api/live", "/?token=" + TOKEN, "/%2e%2e/x")) {
      seeds.add("GET " + path + " HTTP/1.1\r\n" + cookie + "\r\n");
    }
    for (var order : Orders.ALL) {
      var body =
          "{\"name\":\"talk\",\"pressed\":true,\"on\":true,\"joined\":true,"
              + "\"device\":\"volume\",\"fault\":\"slow\",\"millis\":5}";
      seeds.add(
          "POST /api/%s HTTP/1.1\r\n%sContent-Length: %d\r\n\r\n%s"
              .formatted(order, cookie, body.length(), body));
    }
    seeds.add(
        "POST /api/send HTTP/1.1\r\n"
            + cookie
            + "Transfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    seeds.add(
        "POST / HTTP/1.1\r\nHost: evil.example\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
    seeds.add("HEAD / HTTP/1.0\r\nConnection: keep-alive\r\n" + cookie + "\r\n");
    seeds.add("GET / HTTP/1.1\r\nHost: [::1]:80\r\nOrigin: http://evil.example\r\n\r\n");
    seeds.add(
        "POST /api/mute HTTP/1.1\r\n"
            + cookie
            + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n{}");
    seeds.add(
        "GET / HTTP/1.1\r\n"
            + cookie
            + Stretch.MARK
            + "a"
            + Stretch.NUMBER
            + ": b\r\n"
            + Stretch.MARK
            + "\r\n");
    seeds.add("GET /" + Stretch.MARK + "x" + Stretch.MARK + " HTTP/1.1\r\n" + cookie + "\r\n");
    return seeds.stream().map(Seeds::utf8).toList();
  }
}
