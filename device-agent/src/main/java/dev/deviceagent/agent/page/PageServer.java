package dev.deviceagent.agent.page;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.deviceagent.agent.Happening;
import dev.deviceagent.agent.Threads;
import dev.deviceagent.agent.Witness;
import dev.deviceagent.agent.config.Config;
import dev.deviceagent.agent.core.Input;
import dev.deviceagent.codec.Json;
import dev.deviceagent.codec.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/**
 * The page of the speaker, over the JDK's own HTTP server: files, {@code /api/status}, {@code
 * /api/live}, and an address for each of the {@link Orders}. As a witness it fills the page's log.
 * Each request has a virtual thread of its own; the server's own three wait for connections.
 */
public final class PageServer implements Witness, AutoCloseable {
  private static final int SHORTEST_TOKEN = 16;
  private static final int CONNECTIONS_MOST = 64;

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml");

  private final Speaker speaker;
  private final HttpServer server;
  private final Guard guard;
  private final Orders orders;
  private final Live live;
  private final AtomicLong lines = new AtomicLong();

  /**
   * Listens; nothing is answered before {@link #start}.
   *
   * @param isAllowed whether a page may have the speaker do something
   * @throws IOException if the port cannot be had, or there is no token where one is needed
   */
  public PageServer(
      Config.Page page,
      InetSocketAddress listen,
      boolean isAllowed,
      Speaker speaker,
      Threads threads)
      throws IOException {
    this.speaker = speaker;
    guard = new Guard(listen.getAddress().isLoopbackAddress(), token(page.tokenFile()));
    orders = new Orders(speaker, isAllowed);
    live = new Live(speaker, threads, orders::release);
    // Read once, when the server's classes are loaded: module jdk.httpserver's documentation.
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "20");
    System.setProperty("jdk.httpserver.maxConnections", String.valueOf(CONNECTIONS_MOST));
    try {
      server = HttpServer.create(listen, 0);
    } catch (IOException e) {
      throw new IOException(
          "cannot listen on %s (%s): %s"
              .formatted(address(listen), e.getMessage(), cure(e, listen)),
          e);
    }
    server.setExecutor(work -> threads.virtual("page-read", work));
    // On a thread of its own: what escapes from a handler the server keeps to itself.
    server.createContext("/", exchange -> threads.virtual("page", () -> serve(exchange)));
  }

  /** The unit of the package lets the service listen nowhere (SocketBindDeny), which is EPERM. */
  private static String cure(IOException e, InetSocketAddress listen) {
    return String.valueOf(e.getMessage()).contains("not permitted")
        ? "let the service, with 'sudo systemctl edit device-agent': [Service] SocketBindAllow=tcp:%d"
            .formatted(listen.getPort())
        : "choose another 'page.listen'";
  }

  private static @Nullable String token(@Nullable Path file) throws IOException {
    if (file == null) {
      return null;
    }
    String token;
    try {
      token = Files.readString(file).strip();
    } catch (IOException e) {
      throw new IOException("the token cannot be read (" + e + "): see 'page.token_file'", e);
    }
    if (token.length() < SHORTEST_TOKEN || !token.matches("[A-Za-z0-9._~+/=-]+")) {
      throw new IOException(
          "%s: a token is %d or more letters and digits; 'openssl rand -hex 16' makes one"
              .formatted(file, SHORTEST_TOKEN));
    }
    return token;
  }

  public void start() {
    server.start();
  }

  /** Where the page is, for a browser on this machine. */
  public String address() {
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

  private void serve(HttpExchange exchange) {
    try (exchange) {
      var refusal = guard.refuse(exchange.getRequestURI(), exchange.getRequestHeaders());
      if (refusal != null) {
        refusal.send(exchange);
      } else if (path(exchange).equals("/api/live") && isMethod(exchange, "GET")) {
        live.follow(exchange);
      } else {
        answer(exchange).send(exchange);
      }
    } catch (IOException e) {
      Logger.debug("a browser went away: {}", e.getMessage());
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    var path = path(exchange);
    var order = path.startsWith("/api/") ? path.substring("/api/".length()) : "";
    if (Orders.ALL.contains(order)) {
      return isMethod(exchange, "POST")
          ? orders.carryOut(order, exchange.getRequestBody())
          : notAllowed("POST");
    }
    if (!isMethod(exchange, "GET")) {
      return notAllowed("GET");
    }
    return order.equals("status") ? status() : file(path.equals("/") ? "/index.html" : path);
  }

  private static String path(HttpExchange exchange) {
    return exchange.getRequestURI().getPath();
  }

  private static boolean isMethod(HttpExchange exchange, String method) {
    return exchange.getRequestMethod().equals(method);
  }

  private static Answer notAllowed(String method) {
    return Answer.line(Answer.METHOD_NOT_ALLOWED, "only " + method + " is answered here")
        .with("Allow", method);
  }

  private Answer status() {
    try {
      return Answer.json(speaker.status());
    } catch (TimeoutException e) {
      return Answer.line(Answer.BUSY, "the agent does not answer; see its log");
    }
  }

  /** One of ours, by a plain name. */
  private static Answer file(String path) throws IOException {
    var type = TYPES.get(path.substring(path.lastIndexOf('.') + 1));
    if (type != null && path.matches("/[a-z-]+\\.[a-z]+")) {
      try (var in = PageServer.class.getResourceAsStream("/page" + path)) {
        if (in != null) {
          return new Answer(Answer.OK, type, in.readAllBytes(), Map.of());
        }
      }
    }
    return Answer.line(Answer.NOT_FOUND, "there is no such page");
  }

  @Override
  public void in(Input input) {
    var happening = Happening.of(input);
    if (happening != null) {
      log(happening);
    }
  }

  @Override
  public void out(Message message) {
    log(Happening.of(message));
  }

  @Override
  public void told(Json.Obj control) {
    log(Happening.of(control));
  }

  private void log(Happening happening) {
    live.log(
        Json.object()
            .with("number", lines.incrementAndGet())
            .with("atMillis", System.currentTimeMillis())
            .with("in", happening.isIn())
            .with("what", happening.what())
            .with("meaning", happening.meaning()));
  }

  /** Every browser is let go. */
  @Override
  public void close() {
    live.close();
    server.stop(0);
  }
}
