package dev.deviceagent.agent.page;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a browser is answered.
 *
 * @param headers besides those that every answer has
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, String type, byte[] body, Map<String, String> headers) {
  static final int OK = 200;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int CONFLICT = 409;
  static final int TOO_LARGE = 413;
  static final int BUSY = 503;

  /** Nothing from elsewhere is loaded, nobody frames the page, and nothing tells where one was. */
  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-cache");

  /** One line of text. */
  static Answer line(int status, String text) {
    return new Answer(
        status,
        "text/plain; charset=utf-8",
        (text + "\n").getBytes(StandardCharsets.UTF_8),
        Map.of());
  }

  static Answer json(Object json) {
    return new Answer(
        OK, "application/json", json.toString().getBytes(StandardCharsets.UTF_8), Map.of());
  }

  Answer with(String header, String value) {
    return new Answer(status, type, body, Map.of(header, value));
  }

  /** Sends it whole. */
  void send(HttpExchange exchange) throws IOException {
    headers.forEach(exchange.getResponseHeaders()::set);
    begin(exchange, status, type, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  /**
   * Sends the head of an answer.
   *
   * @param bytes how long its body is; 0 for one without an end, -1 for none
   */
  static void begin(HttpExchange exchange, int status, String type, long bytes) throws IOException {
    var headers = exchange.getResponseHeaders();
    ALWAYS.forEach(headers::set);
    headers.set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes);
  }
}
