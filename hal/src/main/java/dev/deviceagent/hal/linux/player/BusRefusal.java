package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;

/** A call over the bus was answered with an error, or not in time. The bus itself works. */
final class BusRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** The names are from the D-Bus specification and from libdbus' {@code dbus-protocol.h}. */
  private static final String ERROR = "org.freedesktop.DBus.Error.";

  static final String NO_REPLY = ERROR + "NoReply";

  private final String name;
  private final String words;

  BusRefusal(String name, String words) {
    super(words);
    this.name = name;
    this.words = words;
  }

  boolean isTimeout() {
    return name.equals(NO_REPLY);
  }

  /** Whether the called name has no owner. */
  boolean isGone() {
    return name.equals(ERROR + "ServiceUnknown") || name.equals(ERROR + "NameHasNoOwner");
  }

  /** Converts this refusal for the caller. */
  HalException asFailure(String where) {
    if (isGone()) {
      return new HalException(
          Kind.ABSENT, where, "the player has left the bus", "start the player again");
    }
    if (isTimeout()) {
      return new HalException(Kind.FAILED, where, words, "restart the player");
    }
    return switch (name.startsWith(ERROR) ? name.substring(ERROR.length()) : "") {
      case "AccessDenied" ->
          new HalException(
              Kind.DENIED, where, words, "allow this user in a file of /etc/dbus-1/system.d");
      case "NotSupported", "UnknownMethod", "UnknownInterface", "UnknownProperty" ->
          new HalException(Kind.UNSUPPORTED, where, words, "use another player");
      default -> new HalException(Kind.FAILED, where, words, "check the player's log");
    };
  }
}
