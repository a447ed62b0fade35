import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The checks of the virtual Pi, run on the host; the last line counts them. */
public final class Proof {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final Duration BOOT = Duration.ofMinutes(5);

  private final Folder folder;
  private final long start = System.nanoTime();
  private int passed;
  private int failed;
  private int skipped;

  private Proof(Folder folder) {
    this.folder = folder;
  }

  /**
   * @param arguments what {@code build} has printed; and {@code --short}, to leave out what boots
   */
  public static void main(String[] arguments) throws Exception {
    var proof = new Proof(new Folder(Path.of(arguments[0])));
    boolean isShort = List.of(arguments).contains("--short");
    try {
      proof.ready();
      if (isShort) {
        proof.skip("a power cut, and a machine without a network", "a short test was asked for");
      } else {
        proof.powerCut();
        proof.noNetwork();
      }
    } catch (IOException e) {
      proof.see("everything else", "as it should", e.toString());
    }
    System.out.printf(
        "virtual-pi: %d passed, %d failed, %d skipped%n",
        proof.passed, proof.failed, proof.skipped);
    System.exit(proof.failed == 0 ? 0 : 1);
  }

  private void ready() throws Exception {
    long from = System.nanoTime();
    try (var pi = Qemu.start(folder, Setup.READY)) {
      pi.guest().connect(BOOT);
      pi.guest().setClock();
      note("the machine is up after " + seconds(from));
      see("its units", "running", pi.guest().awaitBooted(BOOT));
      if (pi.hasWires()) {
        button(pi);
        lamp(pi);
      } else {
        skip("the button and the lamp", "QEMU's PC has no GPIO");
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
    see("gpiomon, of a press of 200 ms", List.of("falling", "rising"), edges);
    note(String.join(", ", lines));
  }

  private void lamp(Qemu pi) throws IOException {
    pi.wires().takeEdges();
    pi.guest().run("gpioset -t 300ms,0 GPIO27=1", SOON);
    var edges = pi.wires().takeEdges();
    see("the lamp, lit for 300 ms", List.of(true, false), edges.stream().map(Wires.Edge::high).toList());
    if (edges.size() == 2) {
      long nanos = edges.get(1).nanos() - edges.get(0).nanos();
      note("it was lit for %.0f ms".formatted(nanos / 1e6));
    }
  }

  private static void awaitUse(Qemu pi, String line) throws IOException {
    if (!Wait.until(SOON, () -> pi.guest().run("gpioinfo " + line, SOON).text().contains("consumer"))) {
      throw new IOException("nobody in the machine uses " + line);
    }
  }

  private void speaker(Qemu pi) throws IOException {
    see("the sound cards", List.of("HDA-Intel", "USB-Audio"), cards(pi, 2));
    see("the card's controls", "Capture Master", controls(pi, "Intel"));
    pi.monitor().unplugSpeaker();
    see("the sound cards, the speaker taken out", List.of("HDA-Intel"), cards(pi, 1));
    pi.monitor().plugSpeaker();
    see("the sound cards, the speaker back", List.of("HDA-Intel", "USB-Audio"), cards(pi, 2));
    note("the speaker's controls: " + controls(pi, "Audio"));
  }

  /** The drivers of all sound cards, once there are so many. */
  private static List<String> cards(Qemu pi, int count) throws IOException {
    var command = "sed -n 's/.*\\]: \\([^ ]*\\) - .*/\\1/p' /proc/asound/cards";
    Wait.until(SOON, () -> pi.guest().run(command, SOON).text().lines().count() == count);
    return pi.guest().run(command, SOON).text().lines().toList();
  }

  private static String controls(Qemu pi, String card) throws IOException {
    var command = "amixer -c %s scontrols | sed \"s/.*control '\\(.*\\)',0/\\1/\" | sort".formatted(card);
    return String.join(" ", pi.guest().run(command, SOON).text().lines().toList());
  }

  private void battery(Qemu pi) throws IOException {
    pi.gauge().set(42, Gauge.Status.DISCHARGING);
    see("the battery", "42 Discharging", charge(pi));
    pi.gauge().set(77, Gauge.Status.CHARGING);
    see("the battery, charged outside", "77 Charging", charge(pi));
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
      note("after a power cut ssh answers after " + seconds(from));
      see("its units after a power cut", "running", pi.guest().awaitBooted(BOOT));
      note("all is started after " + seconds(from));
      see("what was written down", "kept\n", pi.guest().run("cat /root/kept", SOON).text());
      see("what was not", "", pi.guest().run("cat /root/lost 2>/dev/null", SOON).text());
      var repaired = pi.guest().run("journalctl -k | grep -c 'EXT4-fs.*recovery complete'", SOON);
      see("the disk had to be recovered", "1", repaired.text().strip());
    }
  }

  private void noNetwork() throws IOException {
    try (var pi = Qemu.start(folder, Setup.COLD.withoutNetwork())) {
      long from = System.nanoTime();
      pi.console().connect(BOOT);
      note("without a network the console answers after " + seconds(from));
      see("who is there", "root", pi.console().run("id -un", SOON).text().strip());
      see("the network", "lo", pi.console().run("ls /sys/class/net", SOON).text().strip());
      see("an exit code", 3, pi.console().run("(exit 3)", SOON).code());
      see(
          "its units without a network",
          "running",
          pi.console().run("systemctl is-system-running --wait", BOOT).text().strip());
      note("all is started after " + seconds(from));
      pi.console().run("systemctl poweroff --no-block", SOON);
      see("it turns itself off", true, pi.awaitOff(Duration.ofMinutes(1)));
    }
  }

  private static String seconds(long from) {
    return "%.1f s".formatted((System.nanoTime() - from) / 1e9);
  }

  private void note(String what) {
    System.out.println("               " + what);
  }

  private void skip(String what, String because) {
    System.out.println("skip           " + what + ", because " + because);
    skipped++;
  }

  private void see(String what, Object wanted, Object seen) {
    boolean isRight = wanted.equals(seen);
    System.out.printf(
        "%s %5.1f s  %s: %s%n",
        isRight ? "ok    " : "WRONG ", (System.nanoTime() - start) / 1e9, what, seen);
    if (isRight) {
      passed++;
    } else {
      failed++;
    }
  }
}
