package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** The socket of a D-Bus message bus. */
record BusSocket(Bus bus, Path path) {
  /** The two buses that D-Bus defines. */
  enum Bus {
    SESSION("session bus"),
    SYSTEM("system bus");

    private final String words;

    Bus(String words) {
      this.words = words;
    }
  }

  private static final Path SELF = Path.of("/proc/self");

  /**
   * D-Bus specification, "Well-known Message Bus Instances": the system bus if no address is
   * configured. ({@code /var/run} is {@code /run}.)
   */
  private static final String SYSTEM_ADDRESS = "unix:path=/run/dbus/system_bus_socket";

  /**
   * Finds the bus of the players: this user's session bus or, if that socket does not exist, the
   * system bus. A device without logins uses the system bus (there spotifyd has {@code dbus_type =
   * "system"}, and shairport-sync's {@code mpris_service_bus} is "system" anyway).
   *
   * @param environment the environment of the process, which may name either bus
   * @throws HalException {@code UNSUPPORTED} if that names a bus without a socket in the file
   *     system, the only kind that Java can connect to
   */
  static BusSocket find(Map<String, String> environment) throws HalException {
    var told = environment.get("DBUS_SESSION_BUS_ADDRESS");
    var session =
        told != null
            ? parse(Bus.SESSION, told)
            : new BusSocket(Bus.SESSION, runtime(environment).resolve("bus"));
    if (Files.exists(session.path())) {
      return session;
    }
    var address = environment.getOrDefault("DBUS_SYSTEM_BUS_ADDRESS", SYSTEM_ADDRESS);
    var system = parse(Bus.SYSTEM, address);
    return Files.exists(system.path()) ? system : session;
  }

  /** pam_systemd(8): the folder of a user's sockets. */
  private static Path runtime(Map<String, String> environment) {
    var told = environment.get("XDG_RUNTIME_DIR");
    if (told != null) {
      return Path.of(told);
    }
    try {
      return Path.of("/run/user/" + Files.getAttribute(SELF, "unix:uid"));
    } catch (IOException e) {
      return Path.of("/run/user/self"); // without /proc: this path does not exist
    }
  }

  /**
   * D-Bus specification, "Server Addresses": {@code transport:key=value,key=value;…}, of which the
   * first usable one applies.
   */
  static BusSocket parse(Bus bus, String address) throws HalException {
    var path =
        Arrays.stream(address.split(";"))
            .filter(one -> one.startsWith("unix:"))
            .flatMap(one -> Arrays.stream(one.substring("unix:".length()).split(",")))
            .filter(pair -> pair.startsWith("path="))
            .map(pair -> pair.substring("path=".length()))
            .findFirst();
    if (path.isEmpty()) {
      throw new HalException(
          Kind.UNSUPPORTED,
          bus.words + " " + address,
          "its address names no socket in the file system",
          "set its address to unix:path=…, or set player in the board file to mpd's socket");
    }
    return new BusSocket(bus, Path.of(path.get()));
  }

  /**
   * Whether the bus rejects this process. dbus-daemon(1) accepts on a session bus only its owner,
   * and silently closes every other connection after the handshake.
   */
  boolean isOfAnotherUser() {
    try {
      return bus == Bus.SESSION && !Files.getOwner(path).equals(Files.getOwner(SELF));
    } catch (IOException e) {
      return false; // the socket has just been removed
    }
  }

  /** The name of the bus in messages. */
  String where() {
    return bus.words + " " + path;
  }
}
