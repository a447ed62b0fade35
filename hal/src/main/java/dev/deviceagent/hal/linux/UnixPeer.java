package dev.deviceagent.hal.linux;

import dev.deviceagent.hal.linux.bus.SocketQueue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Tells whether the peer of an accepted Unix socket has read what was written to it. A write only
 * reaches the kernel. What a program leaves unread when it is killed is lost, and the JDK offers no
 * way to query this. Any thread.
 */
public final class UnixPeer {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
  private static final Path SOCKETS = Path.of("/proc/self/net/unix");

  /** Columns of {@code /proc/net/unix}: Num RefCount Protocol Flags Type St Inode Path. */
  private static final int STATE = 5;

  private static final int INODE = 6;
  private static final int PATH = 7;
  private static final String CONNECTED = "03";

  /** How much of the data the peer has read. */
  public enum Reading {
    /** All that was written. */
    DONE,
    /** Not yet all. */
    PENDING,
    /** The peer has closed its socket; what it had read by then is no longer known. */
    CLOSED,
    /** The kernel does not report it. */
    UNKNOWN
  }

  private final OptionalInt descriptor;

  private UnixPeer(OptionalInt descriptor) {
    this.descriptor = descriptor;
  }

  /**
   * Returns the peer of the only connection that this process has accepted on a path. The JDK does
   * not reveal the descriptor of a channel, so it is searched for among those of this process.
   *
   * @param listened the path that was passed to bind
   */
  public static UnixPeer ofTheOneAcceptedAt(Path listened) {
    try {
      var inodes = connected(Files.readString(SOCKETS), listened.toString());
      var found = new ArrayList<Integer>();
      try (var descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
        for (var link : descriptors) {
          if (inodes.contains(target(link))) {
            found.add(Integer.valueOf(link.getFileName().toString()));
          }
        }
      }
      return new UnixPeer(
          found.size() == 1 ? OptionalInt.of(found.getFirst()) : OptionalInt.empty());
    } catch (IOException e) {
      return new UnixPeer(OptionalInt.empty()); // without /proc the state is unknown
    }
  }

  /** Returns the link of a descriptor; empty if it has just been closed. */
  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /** Returns the connected sockets of a path, as {@code socket:[INODE]}. */
  static Set<String> connected(String table, String path) {
    var inodes = new HashSet<String>();
    for (var line : table.lines().toList()) {
      var columns = line.strip().split(" +", PATH + 1);
      if (columns.length > PATH && columns[STATE].equals(CONNECTED) && columns[PATH].equals(path)) {
        inodes.add("socket:[" + columns[INODE] + "]");
      }
    }
    return inodes;
  }

  /** Whether {@link #reading} can return more than {@code UNKNOWN}. */
  public boolean isKnown() {
    return descriptor.isPresent();
  }

  /**
   * Returns how much the peer has read. Call this only while our end is open, because the kernel
   * reuses the number of a closed descriptor.
   */
  public Reading reading() {
    if (descriptor.isEmpty()) {
      return Reading.UNKNOWN;
    }
    return switch (SocketQueue.of(descriptor.getAsInt())) {
      case READ -> Reading.DONE;
      case UNREAD -> Reading.PENDING;
      case CLOSED -> Reading.CLOSED;
      case UNKNOWN -> Reading.UNKNOWN;
    };
  }
}
