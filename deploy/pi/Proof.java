import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The checks of the virtual Pi, run on the host: the machine itself, and the package in it. */
public final class Proof {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration BOOT = Duration.ofMinutes(5);

  private final Folder folder;
  private final Checks checks = new Checks();

  private Proof(Folder folder) {
    this.folder = folder;
  }

  /**
   * @param arguments what {@code build} has printed, the package, an older one, the folder of the
   *     board; and {@code --short}, for the package only, from its installation to a SIGKILL
   */
  public static void main(String[] arguments) throws Exception {
    var proof = new Proof(new Folder(Path.of(arguments[0])));
    boolean isShort = List.of(arguments).contains("--short");
    try {
      proof.service(Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]), isShort);
      if (!isShort) {
        proof.machine();
      }
    } catch (IOException | RuntimeException e) {
      proof.checks.see("everything else", "as it should", e.toString());
    }
    System.exit(proof.checks.end("virtual-pi") ? 0 : 1);
  }

  private void service(Path deb, Path olderDeb, Path board, boolean isShort) throws Exception {
    long from = System.nanoTime();
    try (var pi = Qemu.start(folder, Setup.READY)) {
      pi.guest().connect(BOOT);
      pi.guest().setClock();
      checks.note("the machine is up after " + seconds(from));
      var service = new ServiceProof(new Bench(checks, pi));
      if (!pi.hasWires()) {
        service.runBare(deb);
      } else if (isShort) {
        service.runShort(deb, board);
      } else {
        service.run(deb, olderDeb, board);
      }
    }
  }

  /** What all of it stands on: the machine without the package. */
  private void machine() throws Exception {
    checks.title("The machine itself");
    ready();
    powerCut();
    noNetwork();
  }

  private void ready() throws Exception {
    long from = System.nanoTime();
    try (var pi = Qemu.start(folder, Setup.READY)) {
      pi.guest().connect(BOOT);
      pi.guest().setClock();
      checks.note("the machine is up after " + seconds(from));
      checks.see("its units", "running", pi.guest().awaitBooted(BOOT));
      if (pi.hasWires()) {
        button(pi);
        lamp(pi);
      } else {
        checks.skip("the button and the lamp", "QEMU's PC has no GPIO");
      }
      speaker(pi);
      battery(pi);
    }
  }

  private void button(Qemu pi) throws Exception {
    var gpiomon = pi.guest().start("timeout 30 gpiomon --num-events 2 --format '%E %S' GPIO17");
    awaitUse(pi, "GPIO17");
    pi.wires().press(Duration.ofMillis(200));
    List<String> lines;
    try (var out = gpiomon.inputReader()) {
      lines = out.lines().toList();
    }
    var edges = lines.stream().map(line -> line.split(" ")[0]).toList();
    checks.see("gpiomon, of a press of 200 ms", List.of("falling", "rising"), edges);
    checks.note(String.join(", ", lines));
  }

  private void lamp(Qemu pi) throws IOException {
    pi.wires().takeEdges();
    pi.guest().run("gpioset -t 300ms,0 GPIO27=1", SOON);
    var edges = pi.wires().takeEdges();
    var levels = edges.stream().map(Wires.Edge::high).toList();
    checks.see("the lamp, lit for 300 ms", List.of(true, false), levels);
    if (edges.size() == 2) {
      long nanos = edges.get(1).nanos() - edges.get(0).nanos();
      checks.note("it was lit for %.0f ms".formatted(nanos / 1e6));
    }
  }

  private static void awaitUse(Qemu pi, String line) throws IOException {
    var command = "gpioinfo " + line + " | grep -q consumer";
    if (!Wait.until(SOON, () -> pi.guest().run(command, SOON).code() == 0)) {
      throw new IOException("nobody in the machine uses " + line);
    }
  }

  private void speaker(Qemu pi) throws IOException {
    checks.see("the sound cards", List.of("HDA-Intel", "USB-Audio"), cards(pi, 2));
    checks.see("the card's controls", "Capture Master", controls(pi, "Intel"));
    pi.monitor().unplugSpeaker();
    checks.see("the sound cards, the speaker taken out", List.of("HDA-Intel"), cards(pi, 1));
    pi.monitor().plugSpeaker();
    checks.see(
        "the sound cards, the speaker back", List.of("HDA-Intel", "USB-Audio"), cards(pi, 2));
    checks.note("the speaker's controls: " + controls(pi, "Audio"));
  }

  /** The drivers of all sound cards, once there are so many. */
  private static List<String> cards(Qemu pi, int count) throws IOException {
    var command = "sed -n 's/.*\\]: \\([^ ]*\\) - .*/\\1/p' /proc/asound/cards";
    Wait.until(SOON, () -> pi.guest().run(command, SOON).text().lines().count() == count);
    return pi.guest().run(command, SOON).text().lines().toList();
  }

  private static String controls(Qemu pi, String card) throws IOException {
    var command = "amixer -c " + card + " scontrols | sed \"s/.*control '\\(.*\\)',0/\\1/\" | sort";
    return String.join(" ", pi.guest().run(command, SOON).text().lines().toList());
  }

  private void battery(Qemu pi) throws IOException {
    pi.gauge().set(42, Gauge.Status.DISCHARGING);
    checks.see("the battery", "42 Discharging", charge(pi));
    pi.gauge().set(77, Gauge.Status.CHARGING);
    checks.see("the battery, charged outside", "77 Charging", charge(pi));
  }

  private static String charge(Qemu pi) throws IOException {
    var said = pi.guest().run("cd /sys/class/power_supply/*/ && cat capacity status", SOON).text();
    return said.strip().replace('\n', ' ');
  }

  private void powerCut() throws IOException {
    try (var pi = Qemu.start(folder, Setup.READY)) {
      pi.guest().connect(BOOT);
      pi.guest().setClock();
      pi.guest().run("echo kept >/root/kept; sync /root/kept; echo lost >/root/lost", SOON);
      pi.cutPower();
      long from = System.nanoTime();
      pi.powerOn();
      pi.guest().connect(BOOT);
      checks.note("after a power cut ssh answers after " + seconds(from));
      checks.see("its units after a power cut", "running", pi.guest().awaitBooted(BOOT));
      checks.note("all is started after " + seconds(from));
      checks.see(
          "what was written down", "kept", pi.guest().run("cat /root/kept", SOON).text().strip());
      checks.see("what was not", "", pi.guest().run("cat /root/lost 2>/dev/null", SOON).text());
      var repaired = pi.guest().run("journalctl -k | grep -c 'EXT4-fs.*recovery complete'", SOON);
      checks.see("the disk had to be recovered", "1", repaired.text().strip());
    }
  }

  private void noNetwork() throws IOException {
    try (var pi = Qemu.start(folder, Setup.COLD.withoutNetwork())) {
      long from = System.nanoTime();
      pi.console().connect(BOOT);
      checks.note("without a network the console answers after " + seconds(from));
      checks.see("who is there", "root", pi.console().run("id -un", SOON).text().strip());
      checks.see("the network", "lo", pi.console().run("ls /sys/class/net", SOON).text().strip());
      checks.see("an exit code", 3, pi.console().run("(exit 3)", SOON).code());
      checks.see(
          "its units without a network",
          "running",
          pi.console().run("systemctl is-system-running --wait", BOOT).text().strip());
      checks.note("all is started after " + seconds(from));
      pi.console().run("systemctl poweroff --no-block", SOON);
      checks.see("it turns itself off", true, pi.awaitOff(Duration.ofMinutes(1)));
    }
  }

  private static String seconds(long from) {
    return "%.1f s".formatted((System.nanoTime() - from) / 1e9);
  }
}
