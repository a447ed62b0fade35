package dev.deviceagent.hal.linux.player;

import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.freedesktop.dbus.connections.BusAddress;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.MessageFactory;
import org.freedesktop.dbus.messages.MethodCall;

/**
 * dbus-java's connection to a bus. If the bus hangs up during a use, that use throws dbus-java's
 * own exceptions. Any thread.
 *
 * <p>dbus-java 5.2.0 alone does not ensure that, because of a data race. When the bus hangs up, its
 * reader thread stops the sender and sets two fields to null: {@code transport} of {@code
 * AbstractConnectionBase} and {@code transportConnection} of {@code AbstractTransport}. {@code
 * isConnected}, which every send calls first, and {@code DBusConnectionBuilder.build} read these
 * fields without a lock, some of them twice. So the thread that uses the connection gets a {@code
 * NullPointerException}, or a {@code RejectedExecutionException} from the sender. Both mean that
 * the bus hung up, and are caught in {@link #use} only.
 *
 * <p>A lock would not be better. dbus-java waits for the answers to Hello and AddMatch within the
 * same methods that send them. The hang-up ends this wait; a lock around these methods would make
 * it last until the timeout.
 */
final class DbusJava implements AutoCloseable {
  private final DBusConnection connection;

  /** Uses dbus-java. */
  private interface Use<T> {
    T run() throws DBusException;
  }

  private DbusJava(DBusConnection connection) {
    this.connection = connection;
  }

  /**
   * Connects, and sends Hello.
   *
   * @param patience the timeout for the answers to dbus-java's own calls
   */
  static DbusJava open(BusSocket socket, Duration patience) throws DBusException {
    MethodCall.setDefaultTimeout(patience.toMillis()); // for calls such as Hello; else 20 s
    var connection =
        use(() ->
            DBusConnectionBuilder.forAddress(BusAddress.of("unix:path=" + socket.path()))
                .withShared(false)
                .transportConfig()
                .withTimeout(500) // one attempt: it makes one for every 500 ms of this
                .withRegisterSelf(false) // it would not close a connection without answer to Hello
                .back()
                .build());
    try {
      use(() -> {
        connection.register();
        return connection;
      });
    } catch (DBusException | DBusExecutionException e) {
      connection.disconnect();
      throw e;
    }
    return new DbusJava(connection);
  }

  private static <T> T use(Use<T> use) throws DBusException {
    try {
      return use.run();
    } catch (NullPointerException | RejectedExecutionException e) {
      throw new DBusException("it closed the connection", e);
    }
  }

  boolean isConnected() {
    try {
      return use(connection::isConnected);
    } catch (DBusException e) {
      return false;
    }
  }

  MessageFactory messages() {
    return connection.getMessageFactory();
  }

  /** Queues a message for the sender's thread. */
  void send(MethodCall call) throws DBusException {
    use(() -> {
      connection.sendMessage(call);
      return call;
    });
  }

  /** Asks the bus for the signals that match a rule, and waits for its answer. */
  void add(DBusMatchRule rule, DBusSigHandler<DBusSignal> handler) throws DBusException {
    use(() -> connection.addGenericSigHandler(rule, handler));
  }

  /** Undoes {@link #add}, and waits for the answer of the bus. */
  void remove(DBusMatchRule rule, DBusSigHandler<DBusSignal> handler) throws DBusException {
    use(() -> {
      connection.removeGenericSigHandler(rule, handler);
      return rule;
    });
  }

  /** Safe during a hang-up: dbus-java holds the lock of the connection for both. */
  @Override
  public void close() {
    connection.disconnect();
  }
}
