package dev.deviceagent.hal.linux.player;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * mpd understood a command and refused it: {@code ACK [error@index] {command} text} (MPD protocol,
 * "Failure responses"). The connection is still usable.
 */
final class MpdRefusal extends Exception {
  private static final long serialVersionUID = 1L;

  /** {@code ACK_ERROR_PERMISSION} of MPD's {@code src/protocol/Ack.hxx}. */
  static final int PERMISSION = 4;

  /** {@code ACK_ERROR_PLAYLIST_MAX}: the queue is full. */
  static final int QUEUE_FULL = 51;

  private static final Pattern FORM =
      Pattern.compile("ACK \\[(\\d{1,9})@(\\d{1,9})] \\{([^}]*)} (.*)");

  private final int error;
  private final int index;
  private final String command;
  private final String text;

  MpdRefusal(int error, int index, String command, String text) {
    super(text);
    this.error = error;
    this.index = index;
    this.command = command;
    this.text = text;
  }

  /** Parses a line; empty if it does not have that form. */
  static Optional<MpdRefusal> parse(String line) {
    var parts = FORM.matcher(line);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new MpdRefusal(
            Integer.parseInt(parts.group(1)),
            Integer.parseInt(parts.group(2)),
            parts.group(3),
            MpdWire.printable(parts.group(4))));
  }

  int error() {
    return error;
  }

  /** The index in the list of commands, from 0. */
  int index() {
    return index;
  }

  /** The name of the command; empty if mpd does not know it. */
  String command() {
    return command;
  }

  /** The command and mpd's text, for a message. */
  String words() {
    return command.isEmpty() ? text : command + ": " + text;
  }
}
