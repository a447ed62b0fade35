package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.matchrules.DBusMatchRule;
import org.freedesktop.dbus.matchrules.DBusMatchRuleBuilder;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Error;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.dbus.messages.constants.Flags;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a message bus, by dbus-java, with every wait bounded. It sends messages instead
 * of using dbus-java's proxies, whose waits cannot be set individually.
 *
 * <p>Any thread. dbus-java has three threads for it, "DBusConnection", "DBus Sender Thread" and
 * "DBus-Signal-Receiver". They sleep while there is no traffic, and end with {@link #close}.
 */
final class BusConnection implements AutoCloseable {
  /**
   * The object that is called.
   *
   * @param name the name of its program on the bus
   * @param path the path of the object
   * @param type the interface of the object
   */
  record Target(String name, String path, String type) {}

  private static final String BUS = "org.freedesktop.DBus";
  private static final Target DAEMON = new Target(BUS, "/org/freedesktop/DBus", BUS);

  private final DbusJava connection;
  private final BusSocket socket;
  private final Duration patience;
  private volatile boolean isStale;

  private BusConnection(DbusJava connection, BusSocket socket, Duration patience) {
    this.connection = connection;
    this.socket = socket;
    this.patience = patience;
  }

  /**
   * Connects, as {@link BusOpening#open}.
   *
   * @param patience the timeout for connecting, and then for each answer
   */
  static BusConnection open(BusSocket socket, Duration patience, ThreadFactory threads)
      throws HalException {
    return new BusConnection(BusOpening.open(socket, patience, threads), socket, patience);
  }

  /** False once the bus is gone or a call was not answered; then the connection must be closed. */
  boolean isGood() {
    return !isStale && connection.isConnected();
  }

  /** The name of the bus in messages. */
  String where() {
    return socket.where();
  }

  /** Returns every name on the bus that has an owner, sorted. */
  List<String> names() throws HalException, BusRefusal {
    var answer = call(DAEMON, "ListNames", null);
    return BusValues.texts(answer.isEmpty() ? null : answer.getFirst()).stream().sorted().toList();
  }

  /** Calls a method as below, with the timeout of the connection. */
  List<Object> call(Target target, String method, @Nullable String signature, Object... arguments)
      throws HalException, BusRefusal {
    return call(patience, target, method, signature, arguments);
  }

  /**
   * Calls a method, and waits for its answer. The call does not start a program.
   *
   * @param signature the types of the arguments, in D-Bus notation; null for none
   * @throws BusRefusal if the answer is an error, or none arrives in time
   * @throws HalException {@code FAILED} if the bus is gone
   */
  List<Object> call(
      Duration patience,
      Target target,
      String method,
      @Nullable String signature,
      Object... arguments)
      throws HalException, BusRefusal {
    try {
      var call =
          connection
              .messages()
              .createMethodCall(
                  target.name(),
                  target.path(),
                  target.type(),
                  method,
                  Flags.NO_AUTO_START,
                  signature,
                  arguments);
      connection.send(call);
      var reply = reply(call, patience);
      var values = reply.getParameters();
      List<Object> list = values == null ? List.of() : Arrays.asList(values);
      if (reply instanceof Error error) {
        throw new BusRefusal(
            String.valueOf(error.getName()),
            list.stream().map(String::valueOf).collect(Collectors.joining(" ")));
      }
      return list;
    } catch (DBusException | DBusExecutionException e) {
      throw broken(e.getMessage());
    }
  }

  private Message reply(MethodCall call, Duration patience) throws HalException, BusRefusal {
    long deadlineNanos = System.nanoTime() + patience.toNanos();
    while (true) {
      long leftMillis = Duration.ofNanos(deadlineNanos - System.nanoTime()).toMillis();
      var reply = leftMillis <= 0 ? null : call.getReply(leftMillis);
      if (reply != null) {
        return reply;
      }
      if (Thread.currentThread().isInterrupted()) {
        throw broken("waiting for an answer was interrupted");
      }
      if (leftMillis <= 0) {
        isStale = true; // dbus-java never drops a call that is not answered
        throw new BusRefusal(
            BusRefusal.NO_REPLY, "it did not answer within " + patience.toMillis() + " ms");
      }
    }
  }

  private HalException broken(@Nullable String problem) {
    isStale = true;
    return new HalException(
        Kind.FAILED,
        where(),
        problem == null ? "the connection failed" : problem,
        "check that it is running: systemctl status dbus");
  }

  /** Starts to listen for a signal of one object, regardless of its owner. */
  Signals signals(String path, String type, String name) throws HalException {
    var rule =
        DBusMatchRuleBuilder.create()
            .withType("signal")
            .withPath(path)
            .withInterface(type)
            .withMember(name)
            .build();
    var arrived = new Semaphore(0);
    DBusSigHandler<DBusSignal> handler = _ -> arrived.release();
    try {
      connection.add(rule, handler);
    } catch (DBusException | DBusExecutionException e) {
      throw broken(e.getMessage());
    }
    return new Signals(rule, handler, arrived);
  }

  /** Signals that are received until this is closed. For one thread. */
  final class Signals implements AutoCloseable {
    private final DBusMatchRule rule;
    private final DBusSigHandler<DBusSignal> handler;
    private final Semaphore arrived;

    private Signals(DBusMatchRule rule, DBusSigHandler<DBusSignal> handler, Semaphore arrived) {
      this.rule = rule;
      this.handler = handler;
      this.arrived = arrived;
    }

    /**
     * Waits for one more signal than earlier calls have returned.
     *
     * @return false if none arrived in time
     */
    boolean await(long deadlineNanos) throws HalException {
      try {
        return arrived.tryAcquire(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw broken("waiting for a signal was interrupted");
      }
    }

    @Override
    public void close() throws HalException {
      try {
        connection.remove(rule, handler);
      } catch (DBusException | DBusExecutionException e) {
        throw broken(e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
