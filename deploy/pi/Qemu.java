import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A virtual Pi with its own temporary disk. After a power cut and a new start, its monitor, wires
 * and console are new objects. For one thread.
 */
final class Qemu implements AutoCloseable {
  private final Folder folder;
  private Setup setup;
  private final Path run;
  private final Thread hook = new Thread(this::end);
  private volatile Process process;
  private Monitor monitor;
  private Qtest qtest;
  private Wires wires;
  private Console console;
  private Guest guest;
  private boolean isResumed;

  private Qemu(Folder folder, Setup setup) throws IOException {
    this.folder = folder;
    this.setup = setup;
    run = Files.createTempDirectory("pi");
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Starts a machine: with a boot, or from the state that {@code build} has saved. */
  static Qemu start(Folder folder, Setup setup) throws IOException {
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

  /** Kills the machine, from any thread. Everything that waits for it then fails. */
  void kill() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** Boots again from the disk in its present state. */
  void powerOn() throws IOException {
    powerOn(false);
  }

  /** Boots again with other hardware. */
  void powerOn(Setup next) throws IOException {
    setup = next;
    powerOn(false);
  }

  private void powerOn(boolean fromReady) throws IOException {
    isResumed = fromReady;
    for (var socket : List.of("monitor", "qtest", "serial")) {
      Files.deleteIfExists(run.resolve(socket));
    }
    process =
        new ProcessBuilder(Command.of(folder, setup, fromReady))
            .directory(run.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(run.resolve("qemu.log").toFile()))
            .start();
    try {
      monitor = new Monitor(run.resolve("monitor"));
      qtest = new Qtest(run.resolve("qtest"));
      console = new Console(run.resolve("serial"), fromReady);
      if (hasWires()) {
        wires = new Wires(qtest, monitor);
        wires.release(); // lines are low at first
      }
      if (!fromReady) {
        gauge().set(50, Gauge.Status.DISCHARGING);
      }
      if (setup.sound()) {
        monitor.plugSpeaker();
      }
      monitor.order("cont");
      guest = setup.network() ? new Guest(folder.file("key"), port(), run) : null;
    } catch (IOException e) {
      throw new IOException(e.getMessage() + "\n" + Files.readString(run.resolve("qemu.log")), e);
    }
  }

  /**
   * Waits until root can run commands by ssh. After a boot it waits for the console first: QEMU
   * keeps each connection that is made before sshd listens, and sshd then has to serve them all.
   */
  void connect(Duration time) throws IOException {
    console.connect(time);
    guest.connect(time);
    if (isResumed) {
      guest.setClock();
    }
  }

  /** The host's port that QEMU forwards to port 22 of the machine. QEMU chooses a free one. */
  private int port() throws IOException {
    var said = monitor.command("info usernet");
    for (var line : said.lines().toList()) {
      if (line.contains("HOST_FORWARD")) {
        return Integer.parseInt(line.strip().split(" +")[3]);
      }
    }
    throw new IOException("QEMU forwards no port: " + said);
  }

  boolean hasWires() throws IOException {
    return folder.arch().equals("arm64");
  }

  Monitor monitor() {
    return monitor;
  }

  Wires wires() {
    return wires;
  }

  Gauge gauge() {
    return new Gauge(qtest);
  }

  Console console() {
    return console;
  }

  /** The access by ssh, for a machine that has a network. */
  Guest guest() {
    return guest;
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
  Load load() throws IOException {
    return Load.of(process.pid());
  }

  /** Whether the machine has turned itself off within this time. */
  boolean awaitOff(Duration time) throws IOException {
    try {
      boolean isOff = process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
      if (isOff) {
        disconnect();
      }
      return isOff;
    } catch (InterruptedException e) {
      throw new IOException("interrupted", e);
    }
  }

  private void disconnect() throws IOException {
    for (var part : new AutoCloseable[] {guest, console, qtest, monitor}) {
      if (part != null) {
        try {
          part.close();
        } catch (Exception e) {
          throw new IOException(e);
        }
      }
    }
  }

  /** Kills the machine and removes its files. Also the shutdown hook of this program. */
  private void end() {
    if (guest != null) {
      guest.close();
    }
    kill();
    Folder.delete(run);
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
