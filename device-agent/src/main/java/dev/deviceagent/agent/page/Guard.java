package dev.deviceagent.agent.page;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Checks who may send requests. A browser also sends requests that another site's page makes, so
 * each request is checked. The host name in it must be one of ours; otherwise another site may have
 * pointed its name here (DNS rebinding). Of requests from another site's page, only a link to the
 * page itself is answered.
 *
 * @param isLoopback whether only this machine can reach the page
 * @param token what a browser must present once, or null if none is needed
 */
record Guard(boolean isLoopback, @Nullable String token) {
  private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.[0-9]+){3}|\\[::1\\]");

  /** An IP address, or a name that only a home network assigns; no name that can be registered. */
  private static final Pattern AT_HOME =
      Pattern.compile("\\[[0-9a-f:.]+\\]|[0-9]+(\\.[0-9]+){3}|[a-z0-9-]+(\\.local)?");

  /**
   * Values of Sec-Fetch-Site (W3C Fetch Metadata) for our page, and for an address a person typed.
   */
  private static final Set<String> OWN_SITE = Set.of("same-origin", "none");

  private static final Pattern PORT = Pattern.compile(":[0-9]{1,5}$");
  private static final String COOKIE = "device-agent-token";

  /** Why a request is refused, or null if it is allowed. */
  @Nullable Answer refuse(String method, URI uri, Headers headers) {
    var host = headers.getFirst("Host");
    if (host == null || !isOurs(host.toLowerCase(Locale.ROOT))) {
      return Answer.line(
          Answer.FORBIDDEN,
          "unknown host name; open the page by the speaker's IP address or .local name");
    }
    if (isFromElsewhere(headers, host) && !isLink(method, uri, headers)) {
      return Answer.line(Answer.FORBIDDEN, "requests from another site are refused");
    }
    if (token == null || isSame(cookie(headers))) {
      return null;
    }
    if (isSame(offered(uri))) {
      // Redirects to the address without the token, so the token does not stay in the history.
      var cookie = COOKIE + "=" + token + "; HttpOnly; SameSite=Strict; Path=/";
      return Answer.line(Answer.SEE_OTHER, "continue at /")
          .with("Location", "/")
          .with("Set-Cookie", cookie);
    }
    return Answer.line(Answer.UNAUTHORIZED, "this page needs a token: open it once with /?token=…");
  }

  private boolean isOurs(String host) {
    var name = PORT.matcher(host).replaceFirst("");
    return (isLoopback ? LOOPBACK : AT_HOME).matcher(name).matches();
  }

  /**
   * Whether the browser reports that another site's page sent this. A client that sends neither
   * header is no browser, or a browser too old to send them.
   */
  private static boolean isFromElsewhere(Headers headers, String host) {
    var origin = headers.getFirst("Origin");
    if (origin != null && !origin.equals("http://" + host) && !origin.equals("https://" + host)) {
      return true;
    }
    var site = headers.getFirst("Sec-Fetch-Site");
    return site != null && !OWN_SITE.contains(site);
  }

  /** Whether this is a link to the page itself; its scripts then belong to our own site. */
  private static boolean isLink(String method, URI uri, Headers headers) {
    return method.equals("GET")
        && "/".equals(uri.getPath()) // null for an opaque URI such as mailto:x
        && headers.getFirst("Origin") == null
        && "navigate".equals(headers.getFirst("Sec-Fetch-Mode"));
  }

  /** Compares in constant time, so timing does not reveal a nearly correct token. */
  private boolean isSame(@Nullable String offered) {
    return offered != null
        && token != null
        && MessageDigest.isEqual(
            offered.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable String offered(URI uri) {
    var query = uri.getQuery();
    return query != null && query.startsWith("token=") ? query.substring("token=".length()) : null;
  }

  private static @Nullable String cookie(Headers headers) {
    for (var line : headers.getOrDefault("Cookie", List.of())) {
      for (var cookie : line.split("; *", -1)) {
        if (cookie.startsWith(COOKIE + "=")) {
          return cookie.substring(COOKIE.length() + 1);
        }
      }
    }
    return null;
  }
}
