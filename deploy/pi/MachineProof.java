import java.io.IOException;
import java.time.Duration;
import java.util.List;

/** Checks the machine without the package, which is the basis of all other checks. */
final class MachineProof {
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Bench bench;
  private final Checks checks;

  MachineProof(Bench bench) {
    this.bench = bench;
    checks = bench.checks;
  }

  List<Part> parts() {
    return List.of(
        Part.alone("The machine itself", this::ready),
        Part.alone("The machine itself: a power cut", this::powerCut),
        Part.alone("The machine itself: without a network", this::noNetwork));
  }

  /** The part for a machine that has GPIO lines. */
  Part wires() {
    return Part.alone("The machine itself: its button and its lamp", this::buttonAndLamp);
  }

  private void ready() throws IOException {
    bench.startReady();
    bench.booted("its units");
    checks.see("the sound cards", List.of("HDA-Intel", "USB-Audio"), cards(2));
    checks.see("the card's controls", "Capture Master", controls("Intel"));
    bench.pi.monitor().unplugSpeaker();
    checks.see("the sound cards, the speaker taken out", List.of("HDA-Intel"), cards(1));
    bench.pi.monitor().plugSpeaker();
    checks.see("the sound cards, the speaker back", List.of("HDA-Intel", "USB-Audio"), cards(2));
    checks.note("the speaker's controls: " + controls("Audio"));
    bench.pi.gauge().set(42, Gauge.Status.DISCHARGING);
    checks.see("the battery", "42 Discharging", charge());
    bench.pi.gauge().set(77, Gauge.Status.CHARGING);
    checks.see("the battery, charged outside", "77 Charging", charge());
  }

  /** The drivers of all sound cards. Waits for this number of cards. */
  private List<String> cards(int count) throws IOException {
    var command = "sed -n 's/.*\\]: \\([^ ]*\\) - .*/\\1/p' /proc/asound/cards";
    Wait.until(SOON, () -> ask(command).lines().count() == count);
    return ask(command).lines().toList();
  }

  private String controls(String card) throws IOException {
    var names = "amixer -c " + card + " scontrols | sed \"s/.*control '\\(.*\\)',0/\\1/\" | sort";
    return ask(names).replace('\n', ' ');
  }

  private String charge() throws IOException {
    return ask("cd /sys/class/power_supply/*/ && cat capacity status").replace('\n', ' ');
  }

  private void buttonAndLamp() throws IOException {
    bench.startReady();
    var wires = bench.pi.wires();
    var gpiomon =
        bench.pi.guest().start("timeout 60 gpiomon --num-events 2 --format '%E %S' GPIO17");
    awaitUse("GPIO17");
    wires.press(Duration.ofMillis(200));
    List<String> lines;
    try (var out = gpiomon.inputReader()) {
      lines = out.lines().toList();
    }
    var edges = lines.stream().map(line -> line.split(" ")[0]).toList();
    checks.see("gpiomon, of a press of 200 ms", List.of("falling", "rising"), edges);
    checks.note(String.join(", ", lines));

    wires.takeEdges();
    ask("gpioset -t 300ms,0 GPIO27=1");
    var levels = wires.takeEdges();
    checks.see(
        "the lamp, lit for 300 ms",
        List.of(true, false),
        levels.stream().map(Wires.Edge::high).toList());
    if (levels.size() == 2) {
      long nanos = levels.get(1).nanos() - levels.get(0).nanos();
      checks.note("it was lit for %.0f ms".formatted(nanos / 1e6));
    }
  }

  private void awaitUse(String line) throws IOException {
    var command = "gpioinfo " + line + " | grep -q consumer";
    if (!Wait.until(SOON, () -> bench.pi.guest().run(command, SOON).code() == 0)) {
      throw new IOException("nobody in the machine uses " + line);
    }
  }

  private void powerCut() throws IOException {
    bench.startReady();
    ask("echo kept >/root/kept; sync /root/kept; echo lost >/root/lost");
    bench.pi.cutPower();
    long from = System.nanoTime();
    bench.pi.powerOn();
    bench.pi.connect(Bench.BOOT);
    checks.note("ssh answers after %.1f s".formatted(Bench.seconds(from)));
    bench.booted("its units");
    checks.note("all is started after %.1f s".formatted(Bench.seconds(from)));
    checks.see("what was written down", "kept", ask("cat /root/kept"));
    checks.see("what was not", "", ask("cat /root/lost 2>/dev/null"));
    checks.see(
        "the disk had to be recovered",
        "1",
        ask("journalctl -k | grep -c 'EXT4-fs.*recovery complete'"));
  }

  private String ask(String command) throws IOException {
    return bench.pi.guest().run(command, SOON).text().strip();
  }

  private void noNetwork() throws IOException {
    bench.start(Setup.COLD.withoutNetwork());
    long from = System.nanoTime();
    var console = bench.pi.console();
    console.connect(Bench.BOOT);
    checks.note("the console answers after %.1f s".formatted(Bench.seconds(from)));
    checks.see("who is there", "root", console.run("id -un", SOON).text().strip());
    checks.see("the network", "lo", console.run("ls /sys/class/net", SOON).text().strip());
    checks.see("an exit code", 3, console.run("(exit 3)", SOON).code());
    var state = console.run("systemctl is-system-running --wait", Bench.BOOT).text().strip();
    checks.see("its units", "running", state);
    checks.note("all is started after %.1f s".formatted(Bench.seconds(from)));
    console.run("systemctl poweroff --no-block", SOON);
    bench.down();
  }
}
