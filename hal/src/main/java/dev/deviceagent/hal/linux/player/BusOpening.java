package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.messages.MethodCall;

/** Connects to a bus in bounded time. */
final class BusOpening {
  private static final String HUNG_UP = "it closed the connection";

  private BusOpening() {}

  /**
   * Connects, and sends Hello.
   *
   * @param patience the timeout
   * @param threads creates the thread that connects: the handshake of dbus-java waits without limit
   *     for a bus that hangs, unless it is interrupted
   * @throws HalException {@code ABSENT} if there is no such bus, {@code DENIED} if it rejects this
   *     user, {@code FAILED} if it hangs or is not a bus
   */
  static DBusConnection open(BusSocket socket, Duration patience, ThreadFactory threads)
      throws HalException {
    if (Files.notExists(socket.path())) {
      throw new HalException(
          Kind.ABSENT,
          socket.where(),
          "no such socket",
          "start the player in this user's session, or set DBUS_SESSION_BUS_ADDRESS to its bus");
    }
    var opening = new FutureTask<>(() -> connect(socket, patience));
    threads.newThread(opening).start();
    try {
      return opening.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      opening.cancel(true);
      throw failed(socket, "it did not answer within " + patience.toMillis() + " ms");
    } catch (InterruptedException e) {
      opening.cancel(true);
      Thread.currentThread().interrupt();
      throw failed(socket, "waiting for it was interrupted");
    } catch (ExecutionException e) {
      throw unreachable(socket, e);
    }
  }

  private static DBusConnection connect(BusSocket socket, Duration patience) throws DBusException {
    MethodCall.setDefaultTimeout(patience.toMillis()); // for calls such as Hello; else 20 s
    var connection =
        DBusConnectionBuilder.forAddress(BusAddress.of("unix:path=" + socket.path()))
            .withShared(false)
            .transportConfig()
            .withTimeout(500) // one attempt: it makes one for every 500 ms of this
            .withRegisterSelf(false) // it would not close a connection without an answer to Hello
            .back()
            .build();
    try {
      connection.register();
    } catch (DBusException | DBusExecutionException e) {
      connection.disconnect();
      throw e;
    }
    if (Thread.interrupted()) {
      connection.disconnect(); // no caller waits for it any more
    }
    return connection;
  }

  private static HalException unreachable(BusSocket socket, ExecutionException failure) {
    var problem =
        switch (failure.getCause()) {
          case DBusException e -> String.valueOf(e.getMessage());
          case DBusExecutionException e -> String.valueOf(e.getMessage());
          // dbus-java 5.2.0 throws these if a bus hangs up before Hello: its transport is gone, or
          // its sender.
          case NullPointerException _ -> HUNG_UP;
          case RejectedExecutionException _ -> HUNG_UP;
          case null, default -> throw new IllegalStateException(failure);
        };
    if (Files.isWritable(socket.path()) && !socket.isOfAnotherUser()) {
      return failed(socket, problem);
    }
    return new HalException(
        Kind.DENIED,
        socket.where(),
        "it refuses this user",
        "run the player and the agent as the same user, or let the player use the system bus");
  }

  private static HalException failed(BusSocket socket, String problem) {
    return new HalException(
        Kind.FAILED, socket.where(), problem, "check that it is running: systemctl status dbus");
  }
}
