package dev.deviceagent.machine.pi;

import static java.util.Objects.requireNonNull;

import dev.deviceagent.machine.CheckBridge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The virtual Pi that runs, and the bridge that is connected to the service in it. */
final class Bench implements AutoCloseable {
  /** The time limit for the start of a machine, on a busy host. */
  static final Duration BOOT = Duration.ofMinutes(10);

  private final Delivery delivery;
  private Consumer<String> report = line -> {};
  private @Nullable Qemu pi;
  private @Nullable CheckBridge bridge;

  /** The inventory of the machine before the installation; null until it is known. */
  private @Nullable GuestInventory before;

  /** Whether the package is installed in the machine, and no check has failed since. */
  private boolean isSpeaker;

  Bench(Delivery delivery) {
    this.delivery = delivery;
  }

  Delivery delivery() {
    return delivery;
  }

  Qemu pi() {
    return requireNonNull(pi, "no machine runs");
  }

  GuestWires wires() {
    return pi().wires();
  }

  GuestSpeaker speaker() {
    return new GuestSpeaker(pi());
  }

  /** The bridge that is connected now. */
  CheckBridge bridge() {
    return requireNonNull(bridge, "no bridge is connected");
  }

  GuestInventory before() {
    return requireNonNull(before, "nothing was installed");
  }

  void reportTo(Consumer<String> next) {
    report = next;
  }

  /** Reports a measurement or another detail of the running check. */
  void note(String line) {
    report.accept(line);
  }

  /** Ends the running machine and starts another one. */
  void start(PiSetup setup) throws IOException {
    close();
    pi = Qemu.start(delivery.machine(), setup);
  }

  /** Starts a machine from the state that {@code build} has saved, and connects to it. */
  void startReady() throws IOException {
    long from = System.nanoTime();
    start(PiSetup.READY);
    pi().connect(BOOT);
    note("the machine is up after %.1f s".formatted(seconds(from)));
  }

  /** Starts a machine, and records what is in it before the installation. */
  void startPristine() throws IOException {
    startReady();
    if (before == null) {
      before = new GuestInventory(speaker());
    }
  }

  /** Installs the first package. The parts that follow use this machine until a check fails. */
  void install() throws IOException {
    long from = System.nanoTime();
    speaker().install(delivery.first());
    note("apt took %.1f s for %s".formatted(seconds(from), name(delivery.first())));
    isSpeaker = true;
  }

  /** Starts another machine with the package in it, unless the present one still serves. */
  void requireSpeaker() throws IOException {
    if (isSpeaker) {
      return;
    }
    startPristine();
    install();
    if (pi().hasWires()) {
      speaker().configure(delivery.board());
    }
  }

  /** The machine of a failed check serves no other part. */
  void fail() {
    isSpeaker = false;
  }

  /**
   * Connects a new bridge, which joins, and closes the one before.
   *
   * @return what the bridge hears first
   */
  List<String> join() throws IOException {
    closeBridge();
    var next = speaker().bridge();
    bridge = next;
    return next.join();
  }

  void closeBridge() throws IOException {
    if (bridge != null) {
      bridge.close();
      bridge = null;
    }
  }

  /**
   * Starts a talk: a bridge joins, the button is pressed, the microphone opens.
   *
   * @return whether the capture switch is open
   */
  boolean talk() throws IOException {
    join();
    wires().press();
    bridge().until("1106");
    bridge().until("open");
    return speaker().hears();
  }

  /** Waits until the machine has turned itself off. */
  void awaitOff() throws IOException {
    if (!pi().awaitOff(Duration.ofMinutes(5))) {
      throw new IOException("the machine is still on: " + pi().said());
    }
  }

  /** Connects to a machine that boots. */
  void connect() throws IOException {
    long from = System.nanoTime();
    pi().connect(BOOT);
    note("ssh answers after %.1f s".formatted(seconds(from)));
  }

  /**
   * Waits until systemd has started everything.
   *
   * @return {@code running}, or {@code degraded} if a unit has failed
   */
  String awaitBooted() throws IOException {
    var state = pi().guest().awaitBooted(BOOT);
    if (!state.equals("running")) {
      note(speaker().ask("systemctl --failed --no-legend; journalctl -b -p err | tail -n 20"));
    }
    return state;
  }

  @Override
  public void close() throws IOException {
    isSpeaker = false;
    closeBridge();
    if (pi != null) {
      var running = pi;
      pi = null;
      running.close();
    }
  }

  static String name(Path deb) {
    return String.valueOf(deb.getFileName());
  }

  static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
