package dev.deviceagent.agent.page;

import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.control.Speaker;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.traffic.TrafficEvent;
import dev.deviceagent.agent.traffic.TrafficListener;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.ToCloud;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The page of the speaker: files, {@code /api/status}, {@code /api/live}, and an address for each
 * of the {@link Orders}. As a traffic listener it fills the page's log.
 */
public final class PageServer implements TrafficListener, AutoCloseable {
  private static final int SHORTEST_TOKEN = 16;

  /** The longest text in a line of the log, in UTF-16 characters. */
  private static final int WORDS_MOST = 300;

  private static final String LIVE = "/api/live";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  private final Speaker speaker;
  private final HttpListener server;
  private final Guard guard;
  private final Orders orders;
  private final Live live;
  private final AtomicLong lines = new AtomicLong();

  /**
   * Listens; answers no request before {@link #start}.
   *
   * @param isAllowed whether the page may control the speaker
   * @throws IOException if the port cannot be opened, or a required token is missing
   */
  public PageServer(
      Config.Page page,
      InetSocketAddress listen,
      boolean isAllowed,
      Speaker speaker,
      Threads threads)
      throws IOException {
    this(page, listen, isAllowed, speaker, threads, Exchange.PATIENCE);
  }

  /**
   * As above.
   *
   * @param patience the longest that one transfer from or to a browser may take
   */
  PageServer(
      Config.Page page,
      InetSocketAddress listen,
      boolean isAllowed,
      Speaker speaker,
      Threads threads,
      Duration patience)
      throws IOException {
    this.speaker = speaker;
    guard = new Guard(listen.getAddress().isLoopbackAddress(), token(page.tokenFile()));
    orders = new Orders(speaker, isAllowed);
    live = new Live(speaker, isAllowed, threads, orders::release);
    server = new HttpListener(listen, threads, this::serve, patience);
  }

  private static @Nullable String token(@Nullable Path file) throws IOException {
    if (file == null) {
      return null;
    }
    String token;
    try {
      token = Files.readString(file).strip();
    } catch (IOException e) {
      throw new IOException("cannot read the token (" + e + "); check 'page.token_file'", e);
    }
    if (token.length() < SHORTEST_TOKEN || !token.matches("[A-Za-z0-9._~+/=-]+")) {
      throw new IOException(
          "%s: the token must have %d or more letters and digits; 'openssl rand -hex 16' creates one"
              .formatted(file, SHORTEST_TOKEN));
    }
    return token;
  }

  public void start() {
    server.start();
  }

  /** The address of the page, for a browser on this machine. */
  public String address() {
    return server.address();
  }

  private void serve(Exchange exchange) {
    try {
      var refusal = guard.refuse(exchange.method(), exchange.uri(), exchange.headers());
      if (refusal != null) {
        exchange.send(refusal);
      } else if (exchange.path().equals(LIVE) && exchange.isMethod("GET")) {
        live.follow(exchange);
      } else {
        exchange.send(answer(exchange));
      }
    } catch (IOException e) {
      Logger.debug("a browser disconnected: {}", e.getMessage());
    }
  }

  private Answer answer(Exchange exchange) throws IOException {
    var path = exchange.path();
    var order = path.startsWith("/api/") ? path.substring("/api/".length()) : "";
    if (Orders.ALL.contains(order)) {
      return exchange.isMethod("POST") ? orders.carryOut(order, exchange) : notAllowed("POST");
    }
    if (path.equals(LIVE)) {
      return notAllowed("GET");
    }
    if (!exchange.isMethod("GET") && !exchange.isMethod("HEAD")) {
      return notAllowed("GET, HEAD");
    }
    return order.equals("status") ? status() : file(path.equals("/") ? "/index.html" : path);
  }

  private static Answer notAllowed(String methods) {
    return Answer.line(Answer.METHOD_NOT_ALLOWED, "method not allowed; use " + methods)
        .with("Allow", methods);
  }

  private Answer status() {
    try {
      return Answer.json(speaker.status().withLeds(speaker.leds()).toJson());
    } catch (TimeoutException e) {
      return Answer.line(Answer.BUSY, String.valueOf(e.getMessage()));
    }
  }

  /** A bundled file, by its plain name. */
  private static Answer file(String path) throws IOException {
    if (path.equals("/messages.json")) {
      return Answer.json(ReadyMessages.all());
    }
    var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type != null && path.matches("/[a-z-]+\\.[a-z]+")) {
      try (var in = PageServer.class.getResourceAsStream("/page" + path)) {
        if (in != null) {
          return new Answer(Answer.OK, type, in.readAllBytes(), Map.of());
        }
      }
    }
    return Answer.line(Answer.NOT_FOUND, "no such page");
  }

  @Override
  public void in(Input input) {
    var event = TrafficEvent.of(input);
    if (event != null) {
      log(event);
    }
  }

  @Override
  public void out(ToCloud message, String meaning) {
    log(TrafficEvent.of(message, meaning));
  }

  @Override
  public void told(Json.Obj control) {
    log(TrafficEvent.of(control));
  }

  private void log(TrafficEvent event) {
    live.log(
        Json.object()
            .with("number", lines.incrementAndGet())
            .with("atMillis", System.currentTimeMillis())
            .with("in", event.isIn())
            .with("what", shortened(event.what()))
            .with("meaning", shortened(event.meaning())));
  }

  /** Names and reasons come from outside, and a page keeps many lines. */
  private static String shortened(String text) {
    if (text.length() <= WORDS_MOST) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(WORDS_MOST - 1));
    return text.substring(0, splits ? WORDS_MOST - 1 : WORDS_MOST) + "…";
  }

  /** Disconnects every browser. */
  @Override
  public void close() {
    live.close();
    server.close();
  }
}
