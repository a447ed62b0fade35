package dev.deviceagent.machine.pi;

import static java.util.Objects.requireNonNull;

import dev.deviceagent.machine.Background;
import dev.deviceagent.machine.Polling;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A virtual Pi with its own temporary disk. After a power cut and a new start, its monitor, wires
 * and console are new objects. For one thread.
 */
final class Qemu implements AutoCloseable {
  private final PiFolder folder;
  private PiSetup setup;
  private final Path run;
  private final Thread hook;

  /** The connections to the machine that runs. */
  private final List<Closeable> connections = new ArrayList<>();

  private volatile @Nullable Process process;
  private @Nullable QemuMonitor monitor;
  private @Nullable Qtest qtest;
  private @Nullable GuestWires wires;
  private @Nullable GuestConsole console;
  private volatile @Nullable GuestSsh guest;
  private boolean isResumed;

  private Qemu(PiFolder folder, PiSetup setup) throws IOException {
    this.folder = folder;
    this.setup = setup;
    run = Files.createTempDirectory("pi");
    hook = Background.atExit(this::end);
  }

  /** Starts a machine: with a boot, or from the state that {@code build} has saved. */
  static Qemu start(PiFolder folder, PiSetup setup) throws IOException {
    var qemu = new Qemu(folder, setup);
    try {
      // ready.qcow2 names its backing disk without a folder.
      Files.createSymbolicLink(qemu.run.resolve("disk.qcow2"), folder.file("disk.qcow2"));
      Files.copy(folder.file("ready.qcow2"), qemu.run.resolve("ready.qcow2"));
      qemu.powerOn(setup.fromReady());
      return qemu;
    } catch (IOException | RuntimeException e) {
      qemu.close();
      throw e;
    }
  }

  /** Cuts the power. Data that the machine did not flush to the disk is lost. */
  void cutPower() throws IOException {
    disconnect();
    kill();
  }

  private void kill() {
    var running = process;
    if (running != null) {
      running.destroyForcibly().onExit().join();
    }
  }

  /** Boots again from the disk in its present state. */
  void powerOn() throws IOException {
    powerOn(false);
  }

  /** Boots again with other hardware. */
  void powerOn(PiSetup next) throws IOException {
    setup = next;
    powerOn(false);
  }

  private void powerOn(boolean fromReady) throws IOException {
    isResumed = fromReady;
    for (var socket : List.of("monitor", "qtest", "serial")) {
      Files.deleteIfExists(run.resolve(socket));
    }
    process =
        new ProcessBuilder(QemuCommand.of(folder, setup, fromReady))
            .directory(run.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(run.resolve("qemu.log").toFile()))
            .start();
    try {
      monitor = connected(new QemuMonitor(run.resolve("monitor")));
      qtest = connected(new Qtest(run.resolve("qtest")));
      console = connected(new GuestConsole(run.resolve("serial"), fromReady));
      if (hasWires()) {
        wires = new GuestWires(qtest, monitor);
        wires.release(); // lines are low at first
      }
      if (!fromReady) {
        battery().set(50, GuestBattery.Status.DISCHARGING);
      }
      if (setup.sound()) {
        monitor.plugSpeaker();
      }
      monitor.order("cont");
      guest = setup.network() ? connected(new GuestSsh(folder.file("key"), port(), run)) : null;
    } catch (IOException | ConditionTimeoutException e) {
      throw new IOException(e.getMessage() + "\n" + Files.readString(run.resolve("qemu.log")), e);
    }
  }

  /**
   * Waits until root can run commands by ssh. After a boot it waits for the console first: QEMU
   * keeps each connection that is made before sshd listens, and sshd then has to serve them all.
   */
  void connect(Duration time) throws IOException {
    console().connect(time);
    guest().connect(time);
    if (isResumed) {
      guest().setClock();
    }
  }

  /** The host's port that QEMU forwards to port 22 of the machine. QEMU chooses a free one. */
  private int port() throws IOException {
    var said = monitor().command("info usernet");
    for (var line : said.lines().toList()) {
      if (line.contains("HOST_FORWARD")) {
        return Integer.parseInt(line.strip().split(" +", -1)[3]);
      }
    }
    throw new IOException("QEMU forwards no port: " + said);
  }

  boolean hasWires() throws IOException {
    return folder.arch().equals("arm64");
  }

  QemuMonitor monitor() {
    return requireNonNull(monitor);
  }

  GuestWires wires() {
    return requireNonNull(wires, "this machine has no wires");
  }

  GuestBattery battery() {
    return new GuestBattery(requireNonNull(qtest));
  }

  GuestConsole console() {
    return requireNonNull(console);
  }

  /** The access by ssh, for a machine that has a network. */
  GuestSsh guest() {
    return requireNonNull(guest, "this machine has no network");
  }

  /** Copies the disk of a machine that is off, with the machine state that was saved in it. */
  void keep(Path disk) throws IOException {
    Files.copy(run.resolve("ready.qcow2"), disk, StandardCopyOption.REPLACE_EXISTING);
  }

  /** Everything that the machine has written to its console. */
  String said() throws IOException {
    return Files.readString(run.resolve("console.log"));
  }

  /** The processor time that the machine has used and waited for since its start. */
  ProcessLoad load() throws IOException {
    return ProcessLoad.of(requireNonNull(process).pid());
  }

  /** Whether the machine has turned itself off within this time. */
  boolean awaitOff(Duration time) throws IOException {
    try {
      boolean isOff = requireNonNull(process).waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
      if (isOff) {
        disconnect();
      }
      return isOff;
    } catch (InterruptedException e) {
      throw Polling.interrupted(e);
    }
  }

  private void disconnect() throws IOException {
    while (!connections.isEmpty()) {
      connections.removeLast().close();
    }
  }

  private <T extends Closeable> T connected(T connection) {
    connections.add(connection);
    return connection;
  }

  /** Kills the machine and removes its files. Also the shutdown hook of this program. */
  private void end() {
    var access = guest;
    if (access != null) {
      access.close();
    }
    kill();
    PiFolder.delete(run);
  }

  @Override
  public void close() throws IOException {
    try {
      disconnect();
    } finally {
      end();
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }
}
