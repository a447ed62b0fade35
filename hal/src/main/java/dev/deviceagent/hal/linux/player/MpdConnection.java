package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;

/**
 * One conversation with mpd in its text protocol: a greeting, then commands and answers in turn.
 *
 * <p>It is short: opened for one operation and closed after it. mpd closes a client that is silent
 * for a minute (its {@code connection_timeout}), and drops all clients when it restarts. With a
 * persistent connection, it would be unknown whether mpd executed a command that found the
 * connection closed. Opening a connection takes a fraction of a millisecond.
 *
 * <p>One thread at a time. After a {@link HalException} it is out of sync and must be closed; after
 * a {@link MpdRefusal} it is still usable.
 */
final class MpdConnection implements AutoCloseable {
  /** Far more than the few songs of any answer here; limits a peer that sends without end. */
  private static final int MAX_REPLY_CHARS = 1024 * 1024;

  /** The same limit for short lines: each takes at least 120 bytes of heap, whatever its length. */
  private static final int MAX_REPLY_LINES = 10_000;

  private static final String INSTALL =
      "install mpd and start it: sudo apt install mpd; or set player in the board file";
  private static final String SEE_LOG = "check its log: journalctl -u mpd";

  private final MpdWire wire;
  private final String where;
  private final Duration patience;

  private MpdConnection(MpdWire wire, String where, Duration patience) {
    this.wire = wire;
    this.where = where;
    this.patience = patience;
  }

  /** The name of mpd in messages. */
  static String where(MpdAddress address) {
    return "mpd " + address;
  }

  /**
   * Connects, and waits for the greeting.
   *
   * @param patience the timeout for connecting and the greeting together, and then for each answer
   * @throws HalException {@code ABSENT} if nothing listens, {@code DENIED} if this process may not
   *     write to the socket, {@code FAILED} if the peer hangs or is not an mpd
   */
  static MpdConnection open(MpdAddress address, Duration patience) throws HalException {
    var where = where(address);
    MpdWire wire;
    try {
      wire = MpdWire.connect(address, patience);
    } catch (IOException e) {
      throw unreachable(address, e, patience);
    }
    var connection = new MpdConnection(wire, where, patience);
    try {
      var greeting = wire.line();
      if (greeting.startsWith("OK MPD ")) {
        return connection;
      }
      connection.close();
      throw new HalException(
          Kind.FAILED,
          where,
          "it greets with '" + MpdWire.printable(greeting) + "', so it is not mpd",
          "correct the player's address in the board file");
    } catch (IOException e) {
      connection.close();
      throw broken(where, e, patience);
    }
  }

  /**
   * Sends commands, and returns their answers as one. Several are sent as a command list: mpd
   * executes them with nothing in between, and none after one that it refuses.
   *
   * @throws MpdRefusal if mpd refuses one of them
   * @throws HalException {@code FAILED} if no complete answer arrived in time, or an invalid one
   *     did
   */
  MpdReply ask(MpdCommand... commands) throws HalException, MpdRefusal {
    var lines = new StringBuilder();
    for (var command : commands) {
      lines.append(command.line()).append('\n');
    }
    if (commands.length > 1) {
      lines.insert(0, "command_list_begin\n").append("command_list_end\n");
    }
    try {
      wire.allow(patience);
      wire.write(lines.toString());
      return answer();
    } catch (IOException e) {
      throw broken(where, e, patience);
    }
  }

  private MpdReply answer() throws IOException, MpdRefusal {
    var pairs = new ArrayList<MpdReply.Pair>();
    int size = 0;
    while (true) {
      var line = wire.line();
      if (line.equals("OK")) {
        return new MpdReply(pairs);
      }
      var refusal = MpdRefusal.parse(line);
      if (refusal.isPresent()) {
        throw refusal.get();
      }
      int colon = line.indexOf(": ");
      if (colon < 1) {
        throw new ProtocolException("it answered '" + MpdWire.printable(line) + "'");
      }
      size += line.length();
      if (size > MAX_REPLY_CHARS) {
        throw new ProtocolException("its answer has more than " + MAX_REPLY_CHARS + " characters");
      }
      if (pairs.size() == MAX_REPLY_LINES) {
        throw new ProtocolException("its answer has more than " + MAX_REPLY_LINES + " lines");
      }
      pairs.add(new MpdReply.Pair(line.substring(0, colon), line.substring(colon + 2)));
    }
  }

  /**
   * Explains why there is no connection. Java distinguishes the reasons only in the system's text.
   */
  private static HalException unreachable(MpdAddress address, IOException e, Duration patience) {
    var where = where(address);
    if (address instanceof MpdAddress.Unix(var path)) {
      if (Files.notExists(path)) {
        return new HalException(Kind.ABSENT, where, "no such socket", INSTALL);
      }
      if (!Files.isWritable(path)) {
        return new HalException(
            Kind.DENIED,
            where,
            "permission denied",
            "give this user write access; 'ls -l " + path + "' shows the owner and the group");
      }
    }
    return switch (e) {
      case UnknownHostException _ -> new HalException(Kind.ABSENT, where, "unknown host", INSTALL);
      case ConnectException _ ->
          new HalException(Kind.ABSENT, where, "no server listens there", INSTALL);
      case NoRouteToHostException _ ->
          new HalException(Kind.ABSENT, where, "no route to that host", INSTALL);
      default -> broken(where, e, patience);
    };
  }

  private static HalException broken(String where, IOException e, Duration patience) {
    var problem =
        e instanceof SocketTimeoutException
            ? "it did not answer within " + patience.toMillis() + " ms"
            : e.getMessage();
    return new HalException(
        Kind.FAILED, where, problem == null ? "the connection failed: " + e : problem, SEE_LOG);
  }

  @Override
  public void close() throws HalException {
    try {
      wire.close();
    } catch (IOException e) {
      throw broken(where, e, patience);
    }
  }
}
