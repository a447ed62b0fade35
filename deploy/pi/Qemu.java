import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A virtual Pi on a disk of its own, which is thrown away with it. Its power may be cut and come
 * back: then what hangs on it (monitor, wires, console) is new. For one thread.
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

  /** A machine that runs: from its first instruction, or from where {@code build} has left it. */
  static Qemu start(Folder folder, Setup setup) throws IOException {
    var qemu = new Qemu(folder, setup);
    try {
      // It names the disk below it without a folder.
      Files.createSymbolicLink(qemu.run.resolve("disk.qcow2"), folder.file("disk.qcow2"));
      Files.copy(folder.file("ready.qcow2"), qemu.run.resolve("ready.qcow2"));
      qemu.powerOn(setup.fromReady());
      return qemu;
    } catch (IOException | RuntimeException e) {
      qemu.close();
      throw e;
    }
  }

  /** Pulls the plug: what the machine has not written down is gone. */
  void cutPower() throws IOException {
    disconnect();
    kill();
  }

  /** The same from any thread; whoever waits for the machine then fails. */
  void kill() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
    }
  }

  /** Plugs it in again, on the disk as it is. */
  void powerOn() throws IOException {
    powerOn(false);
  }

  /** The same with other hardware around it. */
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
        wires.release(); // lines are low before
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
   * Waits until root can run commands by ssh. Of a machine that boots, the console is read first:
   * QEMU keeps each connection that comes before sshd listens, and sshd then has to serve them all.
   */
  void connect(Duration time) throws IOException {
    console.connect(time);
    guest.connect(time);
    if (isResumed) {
      guest.setClock();
    }
  }

  /** The port of this host that is the machine's own 22: a free one, which QEMU has found. */
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

  /** The way in by ssh, of a machine that has a network. */
  Guest guest() {
    return guest;
  }

  /** Keeps the disk of a machine that is off, with what was saved of the machine while it ran. */
  void keep(Path disk) throws IOException {
    Files.copy(run.resolve("ready.qcow2"), disk, StandardCopyOption.REPLACE_EXISTING);
  }

  /** All that the machine has written on its console. */
  String said() throws IOException {
    return Files.readString(run.resolve("console.log"));
  }

  /** What the host has given to the machine so far. */
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

  /** At the end of this program, however it comes. */
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
