package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.page.RawHttp;
import java.io.IOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hostile requests from the local network to the page's port, against a whole process with the
 * released JVM flags.
 */
@Timeout(120)
class PageHostileIT {
  private static final Pattern LOG_LINE = Pattern.compile("(INFO |WARN |ERROR|DEBUG) .*");
  private static final String HOST = "Host: localhost\r\n";
  private static final String CHUNKED = "Transfer-Encoding: chunked\r\n\r\n";

  /** Each is sent completely, followed by the end of the stream. */
  private static final List<String> HOSTILE =
      List.of(
          // The JDK reads ffffffff as a chunk of -1 bytes.
          "POST / HTTP/1.1\r\nHost: evil.example\r\n" + CHUNKED + "ffffffff\r\nabc",
          "POST /api/send HTTP/1.1\r\n" + HOST + CHUNKED + "ffffffff\r\nabc",
          "GET / HTTP/1.1\r\n" + HOST + CHUNKED + "80000000\r\nabc",
          "HEAD / HTTP/1.1\r\n" + HOST + CHUNKED + "ffffffff\r\nabc",
          "POST /api/send HTTP/1.0\r\n" + HOST + CHUNKED + "ffffffff\r\nabc",
          "POST /api/send HTTP/1.1\r\n" + HOST + CHUNKED + "0\r\nTrailer: a\r\n\r\n",
          "POST /api/send HTTP/1.1\r\n" + HOST + CHUNKED + "3;" + "x".repeat(3000) + "\r\nabc\r\n",
          "POST /api/send HTTP/1.1\r\n" + HOST + CHUNKED + "-1\r\nabc",
          "POST /api/send HTTP/1.1\r\n" + HOST + CHUNKED + "\r\n",
          "POST / HTTP/1.1\r\n" + HOST + "Transfer-Encoding: gzip\r\n\r\nabc",
          "POST / HTTP/1.1\r\n" + HOST + "Content-Length: -1\r\n\r\nabc",
          "POST /api/send HTTP/1.1\r\n" + HOST + "Content-Length: 9223372036854775807\r\n\r\nabc",
          "POST /api/send HTTP/1.1\r\n" + HOST + "Content-Length: 9223372036854775808\r\n\r\nabc",
          "POST /api/send HTTP/1.1\r\n"
              + HOST
              + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nabc",
          "POST /api/send HTTP/1.1\r\n" + HOST + "Content-Length: 10\r\n\r\nabc",
          "POST /api/send HTTP/1.1\r\n"
              + HOST
              + "Expect: 100-continue\r\nContent-Length: 9\r\n\r\n",
          "HEAD / HTTP/1.1\r\n" + HOST + "\r\n",
          "HEAD /api/live HTTP/1.1\r\n" + HOST + "\r\n",
          "HEAD /none HTTP/1.0\r\n\r\n",
          "OPTIONS * HTTP/1.1\r\n" + HOST + "\r\n",
          "CONNECT localhost:80 HTTP/1.1\r\n" + HOST + "\r\n",
          "TRACE / HTTP/1.1\r\n" + HOST + "\r\n",
          "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
          "GET / HTTP/1.1\r\n" + HOST + "Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
          "GET mailto:x HTTP/1.1\r\n" + HOST + "\r\n",
          "GET http://localhost HTTP/1.1\r\n" + HOST + "\r\n",
          "GET http://evil.example/api/status HTTP/1.1\r\n" + HOST + "\r\n",
          "GET //evil.example/ HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /%00%ff%2e%2e HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /?token=%ff&%00 HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /%zz HTTP/1.1\r\n" + HOST + "\r\n",
          "GET # HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /" + "a/".repeat(3000) + " HTTP/1.1\r\n" + HOST + "\r\n",
          "GET /\r\n",
          "GET / \r\n\r\n",
          " \r\n\r\n",
          "\r\n".repeat(5000),
          "\0\u0001\u00ff\u0016\u0003\u0001\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: " + "1.".repeat(3000) + "\r\n\r\n",
          "GET / HTTP/1.1\r\nHost: local\0host\r\n\r\n",
          "GET / HTTP/1.1\r\n: no name\r\n\r\n",
          "GET / HTTP/1.1\r\nno colon\r\n\r\n",
          "GET / HTTP/1.1\r\nHost:\r\n\r\n",
          "GET / HTTP/1.1\r\n" + HOST + "Cookie: " + "; ".repeat(3000) + "\r\n\r\n",
          "GET / HTTP/1.1\r\n" + HOST + "Cookie:\r\n continued\r\n\r\n",
          "GET / HTTP/1.1\r\n" + HOST + "Origin: \u00ff\u00ff\r\n\r\n",
          "GET / HTTP/1.1\r\n" + HOST + "a:b\r\n".repeat(500) + "\r\n",
          ("GET /api/status HTTP/1.1\r\n" + HOST + "\r\n").repeat(300),
          "POST /api/button HTTP/1.1\r\n" + HOST + "Content-Length: 1\r\n\r\n{",
          "POST /api/button HTTP/1.1\r\n" + HOST + "Content-Length: 9\r\n\r\n" + "[".repeat(9),
          "POST /api/send HTTP/1.1\r\n" + HOST + "Content-Length: 0\r\n\r\n");

  @TempDir Path folder;

  private static String page(AgentProcess agent) throws IOException {
    var said = agent.awaitLog("page: ");
    return said.substring(said.indexOf("http")).strip();
  }

  private AgentProcess start() throws IOException {
    return AgentProcess.start(folder, "page: {listen: '127.0.0.1:0'}");
  }

  /** The HTTP status of the page's answer to a browser, or the reason for no answer. */
  private static String ask(String page) {
    try (var http = RawHttp.send(page, "GET", "/", "", "Host: localhost")) {
      return String.valueOf(http.reply().status());
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static void send(String page, String request) throws IOException {
    try (var http = RawHttp.open(page)) {
      http.write(request.getBytes(StandardCharsets.ISO_8859_1));
      http.finish();
    }
  }

  @Test
  void noRequestEndsTheAgentOrPrintsPastItsLog() throws Exception {
    try (var agent = start()) {
      var page = page(agent);
      for (var request : HOSTILE) {
        send(page, request);
        assertEquals("200", ask(page), () -> "after " + request);
      }
      var log = agent.lastLog();
      assertEquals(
          List.of(), log.stream().filter(line -> !LOG_LINE.matcher(line).matches()).toList());
      assertEquals(0, agent.terminate());
    }
  }

  @Test
  void aBrowserThatVanishesTakesNoConnectionWithIt() throws Exception {
    try (var agent = start()) {
      var page = page(agent);
      for (int i = 0; i < 200; i++) {
        RawHttp.send(page, "GET", "/", "", "Host: evil.example").reset();
        assertEquals("200", ask(page), "after " + (i + 1));
      }
    }
  }

  @Test
  void unfinishedHeadersDoNotFillTheHeap() throws Exception {
    var connections = new ArrayList<RawHttp>();
    try (var agent = start()) {
      var page = page(agent);
      for (int i = 0; i < 63; i++) {
        connections.add(RawHttp.open(page));
        try {
          connections.getLast().write(head("x".repeat(370 * 1024)));
        } catch (SocketException e) {
          // The agent has closed the connection.
        }
      }
      assertEquals("200", ask(page));
      assertEquals("offline", AgentProcess.text(agent.status(), "state"));
    } finally {
      close(connections);
    }
  }

  /** What each of 63 connections sends before it stops and stays open. */
  private static Stream<String> unfinished() {
    var body = HOST + "Content-Length: 65536\r\n\r\n" + "x".repeat(65535);
    return Stream.of(
        "GET / HTTP/1.1\r\n" + HOST + "Cookie: " + "x".repeat(7500),
        "GET / HTTP/1.1\r\n" + HOST + "a: b\r\n".repeat(180),
        "GET /" + "x".repeat(7500),
        "POST /api/send HTTP/1.1\r\n" + body,
        "POST /api/button HTTP/1.1\r\n" + body);
  }

  @ParameterizedTest(name = "{index}")
  @MethodSource("unfinished")
  void allConnectionsTogetherHoldAFewMegabytes(String request) throws Exception {
    var connections = new ArrayList<RawHttp>();
    try (var agent = start()) {
      var page = page(agent);
      assertEquals("200", ask(page));
      int before = agent.heapKilobytes();
      for (int i = 0; i < 63; i++) {
        connections.add(RawHttp.open(page));
        connections.getLast().write(request.getBytes(StandardCharsets.US_ASCII));
      }
      assertEquals("200", ask(page));
      int held = agent.heapKilobytes() - before;
      assertTrue(held < 5_000, held + " KB are held by " + request.lines().findFirst());
    } finally {
      close(connections);
    }
  }

  @Test
  void namesOfButtonsThatAreRefusedDoNotFillTheHeap() throws Exception {
    try (var agent = start()) {
      var page = page(agent);
      for (int i = 0; i < 1500; i++) {
        var body = "{\"name\":\"" + i + "x".repeat(60_000) + "\",\"pressed\":true}";
        try (var http = RawHttp.send(page, "POST", "/api/button", body, "Host: localhost")) {
          assertTrue(http.reply().status() >= 400, "after " + i);
        }
      }
      assertEquals("200", ask(page));
    }
  }

  @Test
  void longWordsOfTheCloudDoNotFillTheHeapForBrowsersThatReadNothing() throws Exception {
    var browsers = new ArrayList<RawHttp>();
    try (var agent = start()) {
      var page = page(agent);
      for (int i = 0; i < 8; i++) {
        browsers.add(RawHttp.send(page, "GET", "/api/live", "", "Host: localhost"));
        browsers.getLast().readUntil("event: face");
      }
      try (var bridge = agent.joined()) {
        for (int i = 0; i < 1000; i++) {
          bridge.message("emotion\0{\"message\":\"" + i + "\u4e00".repeat(20_000) + "\"}");
        }
        assertEquals("200", ask(page));
        assertEquals("idle", AgentProcess.text(agent.status(), "state"));
      }
    } finally {
      close(browsers);
    }
  }

  @Test
  void whoDoesNotFinishARequestIsLetGo() throws Exception {
    var body = "POST /api/send HTTP/1.1\r\n" + HOST + "Content-Length: 9\r\n\r\n";
    try (var agent = start()) {
      var page = page(agent);
      try (var silent = RawHttp.open(page);
          var inHead = RawHttp.open(page);
          var inBody = RawHttp.open(page)) {
        inHead.write(head("x"));
        inBody.write(body.getBytes(StandardCharsets.US_ASCII));
        for (var connection : List.of(silent, inHead, inBody)) {
          assertEquals("", connection.readToEnd());
        }
      }
    }
  }

  private static byte[] head(String value) {
    return ("GET / HTTP/1.1\r\n" + HOST + "Cookie: " + value).getBytes(StandardCharsets.US_ASCII);
  }

  private static void close(List<RawHttp> connections) throws IOException {
    for (var connection : connections) {
      connection.close();
    }
  }
}
