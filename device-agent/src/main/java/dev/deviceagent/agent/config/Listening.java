package dev.deviceagent.agent.config;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses the values of the page. Errors are reported as in {@link Values}. */
final class Listening {
  private static final Pattern HOST_AND_PORT = Pattern.compile("(.+):(\\d{1,5})");
  private static final int PORT_MOST = 65535;

  private Listening() {}

  /** {@code none} is null. */
  static <T> Function<String, @Nullable T> orNone(Function<String, T> parse) {
    return text -> text.equals("none") ? null : parse.apply(text);
  }

  /**
   * {@code 127.0.0.1:8377}, {@code localhost:8377}, {@code [::1]:8377}; port 0 is any free one.
   *
   * @param hasToken whether there is a token; without one, only this machine may send requests
   */
  static Function<String, InetSocketAddress> address(boolean hasToken) {
    return text -> {
      var parts = HOST_AND_PORT.matcher(text);
      if (!parts.matches() || Integer.parseInt(parts.group(2)) > PORT_MOST) {
        throw new IllegalArgumentException("must be an address and a port, such as 127.0.0.1:8377");
      }
      var address = address(parts.group(1));
      if (!address.isLoopbackAddress() && !hasToken) {
        throw new IllegalArgumentException(
            "is reachable from other machines, so set 'page.token_file', or use 127.0.0.1");
      }
      return new InetSocketAddress(address, Integer.parseInt(parts.group(2)));
    };
  }

  /**
   * No host name except localhost: the address of a name may change, and a lookup may take long.
   */
  private static InetAddress address(String host) {
    if (host.equals("localhost")) {
      return InetAddress.getLoopbackAddress();
    }
    try {
      return InetAddress.ofLiteral(host.replaceAll("^\\[|\\]$", ""));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'"
              + host
              + "' is not an address; use 127.0.0.1 for this machine only, 0.0.0.0 for the network",
          e);
    }
  }

  static @Nullable Boolean control(String text) {
    return switch (text) {
      case "auto" -> null;
      case "yes" -> true;
      case "no" -> false;
      default -> throw new IllegalArgumentException("must be auto, yes or no");
    };
  }
}
