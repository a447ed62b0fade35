import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A virtual Pi on a disk of its own, which is thrown away with it. Its power may be cut and come
 * back: then what hangs on it (monitor, wires, console) is new. For one thread.
 */
final class Qemu implements AutoCloseable {
  private final Folder folder;
  private final Setup setup;
  private final Path run;
  private final Thread hook = new Thread(this::end);
  private Process process;
  private Monitor monitor;
  private Qtest qtest;
  private Wires wires;
  private Console console;
  private Guest guest;

  /** How a machine is to be: what is left out it has not, and it then cannot start from ready. */
  record Setup(boolean fromReady, boolean network, boolean sound) {
    static final Setup READY = new Setup(true, true, true);
    static final Setup COLD = new Setup(false, true, true);

    Setup {
      if (fromReady && !(network && sound)) {
        throw new IllegalArgumentException("the machine that is ready has a network and sound");
      }
    }

    Setup withoutNetwork() {
      return new Setup(false, false, sound);
    }

    Setup withoutSound() {
      return new Setup(false, network, false);
    }
  }

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

  /** Plugs it in again, on the disk as it is. */
  void powerOn() throws IOException {
    powerOn(false);
  }

  private void powerOn(boolean fromReady) throws IOException {
    for (var socket : List.of("monitor", "qtest", "serial")) {
      Files.deleteIfExists(run.resolve(socket));
    }
    process =
        new ProcessBuilder(command(fromReady))
            .directory(run.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(run.resolve("qemu.log").toFile()))
            .start();
    try {
      monitor = new Monitor(run.resolve("monitor"));
      qtest = new Qtest(run.resolve("qtest"));
      console = new Console(run.resolve("serial"));
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

  private List<String> command(boolean fromReady) throws IOException {
    boolean isArm = folder.arch().equals("arm64");
    var command = new ArrayList<String>();
    command.add(isArm ? "qemu-system-aarch64" : "qemu-system-x86_64");
    command.addAll(folder.options());
    add(command, "-nodefaults -display none -no-reboot -S -pidfile qemu.pid");
    add(command, "-kernel " + folder.file("vmlinuz") + " -initrd " + folder.file("initrd"));
    if (isArm) {
      add(command, "-dtb " + folder.file("devicetree"));
    } else {
      add(command, "-acpitable file=" + folder.file("battery.aml"));
    }
    command.add("-append");
    command.add(
        "root=/dev/vda ro quiet loglevel=3 systemd.show_status=0 net.ifnames=0 console="
            // Of x86 the gauge's place is kept from the kernel here, and not by a device tree.
            + (isArm ? "ttyAMA0" : "ttyS0 memmap=64K$0x" + Long.toHexString(Gauge.PRESENT)));
    // The guest's flushes reach the disk, and only they do.
    add(command, "-drive if=none,id=disk,file=ready.qcow2,format=qcow2,cache=writeback");
    add(command, "-device virtio-blk-pci,drive=disk -device virtio-rng-pci");
    if (setup.network()) {
      add(command, "-netdev user,id=net,hostfwd=tcp:127.0.0.1:0-:22");
      add(command, "-device virtio-net-pci,netdev=net,romfile=");
    }
    if (setup.sound()) {
      add(command, "-audiodev none,id=card -audiodev none,id=speaker");
      add(command, "-device intel-hda -device hda-duplex,mixer=on,audiodev=card");
      add(command, "-device qemu-xhci,id=usb");
    }
    add(command, "-qmp unix:monitor,server=on,wait=off");
    add(command, "-qtest unix:qtest,server=on,wait=off -qtest-log /dev/null");
    add(command, "-chardev socket,id=serial,path=serial,server=on,wait=off,logfile=console.log");
    add(command, "-serial chardev:serial");
    if (fromReady) {
      add(command, "-loadvm ready");
    }
    return command;
  }

  private static void add(List<String> command, String options) {
    command.addAll(List.of(options.split(" ")));
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

  private void kill() {
    if (process != null) {
      process.destroyForcibly();
      process.onExit().join();
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
    disconnect();
    end();
    Runtime.getRuntime().removeShutdownHook(hook);
  }
}
