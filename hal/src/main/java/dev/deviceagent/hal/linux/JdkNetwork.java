package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.Network;
import java.net.Inet4Address;
import java.net.NetworkInterface;
import java.net.SocketException;

/**
 * The network as the Java runtime sees it: the first interface that is up and is not the loopback.
 */
public final class JdkNetwork implements Network {
  @Override
  public String where() {
    return "network";
  }

  @Override
  public Connection connection() {
    try {
      for (var card : NetworkInterface.networkInterfaces().toList()) {
        var address =
            card.inetAddresses().filter(a -> a instanceof Inet4Address || !a.isLinkLocalAddress());
        var first = address.findFirst();
        if (card.isUp() && !card.isLoopback() && first.isPresent()) {
          return new Connection(true, card.getName(), first.get().getHostAddress());
        }
      }
      return new Connection(false, null, null);
    } catch (SocketException e) {
      return new Connection(false, null, null); // the runtime reports no interface this way
    }
  }
}
