package dev.deviceagent.agent.page;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An HTTP answer to a browser.
 *
 * @param body at least one byte; empty in the head of an answer that is sent in parts
 * @param headers in addition to those of every answer
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, String type, byte[] body, Map<String, String> headers) {
  static final int OK = 200;
  static final int SEE_OTHER = 303;
  static final int BAD_REQUEST = 400;
  static final int UNAUTHORIZED = 401;
  static final int FORBIDDEN = 403;
  static final int NOT_FOUND = 404;
  static final int METHOD_NOT_ALLOWED = 405;
  static final int CONFLICT = 409;
  static final int TOO_LARGE = 413;
  static final int BUSY = 503;

  /** The page loads nothing from other sites, may not be framed, and sends no referrer. */
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

  /** An answer of one line of text. */
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

  /** A copy with one more header. */
  Answer with(String header, String value) {
    var more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, type, body, more);
  }

  /** The headers of this answer and those of every answer. */
  Map<String, String> allHeaders() {
    var all = new LinkedHashMap<>(ALWAYS);
    all.put("Content-Type", type);
    all.putAll(headers);
    return all;
  }
}
