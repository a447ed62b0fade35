package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.nio.file.Files;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;

/** Connects to a bus in bounded time. */
final class BusOpening {
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
  static DbusJava open(BusSocket socket, Duration patience, ThreadFactory threads)
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

  private static DbusJava connect(BusSocket socket, Duration patience) throws DBusException {
    var connection = DbusJava.open(socket, patience);
    if (Thread.interrupted()) {
      connection.close(); // no caller waits for it any more
    }
    return connection;
  }

  private static HalException unreachable(BusSocket socket, ExecutionException failure) {
    var problem =
        switch (failure.getCause()) {
          case DBusException e -> String.valueOf(e.getMessage());
          case DBusExecutionException e -> String.valueOf(e.getMessage());
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
