package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.freedesktop.dbus.connections.impl.DBusConnection;
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
 * One connection to a message bus, by dbus-java, with every wait bounded. It calls by messages and
 * not by dbus-java's proxies, whose waits cannot be set one by one.
 *
 * <p>Any thread. dbus-java has three threads for it, "DBusConnection", "DBus Sender Thread" and
 * "DBus-Signal-Receiver"; they sleep while nothing is said, and end with {@link #close}.
 */
final class BusConnection implements AutoCloseable {
  /**
   * What is called.
   *
   * @param name who has it, on the bus
   * @param path which object of its
   * @param type which interface of that
   */
  record Target(String name, String path, String type) {}

  private static final String BUS = "org.freedesktop.DBus";
  private static final Target DAEMON = new Target(BUS, "/org/freedesktop/DBus", BUS);

  private final DBusConnection connection;
  private final BusSocket socket;
  private final Duration patience;
  private volatile boolean isStale;

  private BusConnection(DBusConnection connection, BusSocket socket, Duration patience) {
    this.connection = connection;
    this.socket = socket;
    this.patience = patience;
  }

  /**
   * Connects, as {@link BusOpening#open}.
   *
   * @param patience how long that, and then each answer, may take
   */
  static BusConnection open(BusSocket socket, Duration patience, ThreadFactory threads)
      throws HalException {
    return new BusConnection(BusOpening.open(socket, patience, threads), socket, patience);
  }

  /** False once the bus has gone, or somebody on it did not answer: then only to be closed. */
  boolean isGood() {
    try {
      return !isStale && connection.isConnected();
    } catch (NullPointerException e) {
      return false; // dbus-java 5.2.0 drops its transport without a lock when the bus goes
    }
  }

  /** How messages name the bus. */
  String where() {
    return socket.where();
  }

  /** Every name that somebody on the bus has, sorted. */
  List<String> names() throws HalException, BusRefusal {
    var answer = call(DAEMON, "ListNames", null);
    return BusValues.texts(answer.isEmpty() ? null : answer.getFirst()).stream().sorted().toList();
  }

  /** Calls, as below, with the patience of the connection. */
  List<Object> call(Target target, String method, @Nullable String signature, Object... arguments)
      throws HalException, BusRefusal {
    return call(patience, target, method, signature, arguments);
  }

  /**
   * Calls a method, and waits for its answer. Nobody is started for it.
   *
   * @param signature the types of the arguments, as D-Bus writes them; null for none
   * @throws BusRefusal if the answer is an error, or none comes in time
   * @throws HalException {@code FAILED} if the bus has gone
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
              .getMessageFactory()
              .createMethodCall(
                  target.name(),
                  target.path(),
                  target.type(),
                  method,
                  Flags.NO_AUTO_START,
                  signature,
                  arguments);
      send(call);
      var reply = reply(call, patience);
      var values = reply.getParameters();
      List<Object> list = values == null ? List.of() : Arrays.asList(values);
      if (reply instanceof Error error) {
        throw new BusRefusal(
            String.valueOf(error.getName()),
            list.stream().map(String::valueOf).collect(Collectors.joining(" ")));
      }
      return list;
    } catch (DBusException | DBusExecutionException | RejectedExecutionException e) {
      throw broken(e.getMessage());
    }
  }

  private void send(MethodCall call) throws HalException {
    try {
      connection.sendMessage(call);
    } catch (NullPointerException e) {
      throw broken(null); // as above
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
        throw broken("the wait for an answer was interrupted");
      }
      if (leftMillis <= 0) {
        isStale = true; // it keeps a call that is not answered for ever
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
        problem == null ? "the connection broke" : problem,
        "see whether it runs: systemctl status dbus");
  }

  /** Begins to listen for a signal of one object, whoever it is that has it. */
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
      connection.addGenericSigHandler(rule, handler);
    } catch (DBusException
        | DBusExecutionException
        | RejectedExecutionException
        | NullPointerException e) { // as above
      throw broken(e.getMessage());
    }
    return new Signals(rule, handler, arrived);
  }

  /** Signals that are listened for until this is closed. For one thread. */
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
     * Waits for one more than were waited for.
     *
     * @return false if none came in time
     */
    boolean await(long deadlineNanos) throws HalException {
      try {
        return arrived.tryAcquire(deadlineNanos - System.nanoTime(), TimeUnit.NANOSECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw broken("the wait for a signal was interrupted");
      }
    }

    @Override
    public void close() throws HalException {
      try {
        connection.removeGenericSigHandler(rule, handler);
      } catch (DBusException
          | DBusExecutionException
          | RejectedExecutionException
          | NullPointerException e) { // as above
        throw broken(e.getMessage());
      }
    }
  }

  @Override
  public void close() {
    connection.disconnect();
  }
}
