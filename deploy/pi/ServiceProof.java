import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * The package in a virtual Pi, from its installation to its purge, through all that may happen to a
 * speaker. One machine goes through it, so that a later point stands on what an earlier one left.
 */
final class ServiceProof {
  private final Bench bench;

  ServiceProof(Bench bench) {
    this.bench = bench;
  }

  /**
   * All of it, on a machine of {@code board.yaml}.
   *
   * @param olderDeb the same of an earlier version
   */
  void run(Path deb, Path olderDeb, Path board) throws Exception {
    var before = new Inventory(bench.speaker);
    var death = new DeathProof(bench);
    var ownLife = new PackageProof(bench);
    install(olderDeb);
    configure(board);
    button();
    volume();
    death.killed();
    death.stopped();
    death.bridgeGone();
    sandbox();
    ownLife.upgrade(deb, olderDeb);
    ownLife.learnt();
    death.reboot();
    death.powerCut();
    death.bare();
    ownLife.purge(before);
  }

  /** The same without what boots the machine, or takes minutes. */
  void runShort(Path deb, Path board) throws Exception {
    var before = new Inventory(bench.speaker);
    install(deb);
    configure(board);
    button();
    volume();
    new DeathProof(bench).killed();
    new PackageProof(bench).purge(before);
  }

  /** On a machine without a speaker's hardware: the package as it is. */
  void runBare(Path deb) throws Exception {
    var before = new Inventory(bench.speaker);
    install(deb);
    bench.checks.see("doctor, of the simulated board", "true", healthy());
    bench.join();
    var answer = bench.bridge.call("SetVolume", "{\"volume\":80}");
    bench.checks.see("SetVolume", true, answer.contains("\"volume\":80"));
    bench.bridge.close();
    new PackageProof(bench).purge(before);
  }

  private void install(Path package_) throws IOException {
    bench.checks.title("The package is installed");
    long from = System.nanoTime();
    bench.speaker.install(package_);
    bench.checks.note(
        "apt took %.1f s for %s".formatted(Bench.seconds(from), package_.getFileName()));
    bench.checks.see("the service", "active", bench.speaker.isActive());
    bench.checks.see(
        "it starts at boot", "enabled", bench.speaker.ask("systemctl is-enabled device-agent"));
    bench.checks.note("READY after %.1f s".formatted(bench.speaker.secondsToReady()));
    bench.checks.note(bench.speaker.property("StatusText"));
    bench.checks.see(
        "its manual",
        "0",
        bench.speaker.ask("test -s /usr/share/man/man1/device-agent.1.gz; echo $?"));
  }

  private void configure(Path board) throws IOException {
    bench.speaker.configure(board);
    bench.checks.see("the service, with its board", "active", bench.speaker.isActive());
    bench.checks.note("READY after %.1f s".formatted(bench.speaker.secondsToReady()));
    var findings = bench.speaker.ask("device-agent doctor");
    findings.lines().forEach(bench.checks::note);
    bench.checks.see("doctor", "true", healthy());
    bench.checks.see("the microphone, before any talk", false, bench.speaker.hears());
  }

  private String healthy() throws IOException {
    return bench.speaker.ask(
        "device-agent doctor --json | sed -n 's/.*\"healthy\":\\([a-z]*\\).*/\\1/p'");
  }

  private void button() throws IOException {
    bench.checks.title("The button, by its line, and the light, by its");
    bench.join();
    bench.pi.wires().takeEdges();
    long pressed = System.nanoTime();
    bench.pi.wires().press();
    bench.bridge.until("1106");
    bench.checks.note(
        "1106 is at the bridge %.0f ms after the press".formatted(Bench.seconds(pressed) * 1000));
    bench.checks.see("then it is told", "open", Bridge.word(bench.bridge.until("microphone")));
    bench.checks.see("the light's line is high, seen outside", true, isLit(pressed));
    bench.checks.see("the capture switch", true, bench.speaker.hears());
    Wait.pause(Duration.ofMillis(700)); // a shorter press is a tap
    bench.pi.wires().release();
    bench.checks.see("let go", List.of("muted", "1107"), bench.ending());
    bench.checks.see("the capture switch, let go", false, bench.speaker.hears());
    bench.pi.wires().press(Duration.ofMillis(120));
    bench.checks.see("a tap", List.of("1106", "open", "muted", "1108"), bench.ending());
    bench.bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"on\"}");
    bench.checks.see("the lamp's line, switched on", true, bench.pi.wires().isHigh(Wires.LAMP));
    bench.bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"off\"}");
    bench.checks.see("the lamp's line, switched off", false, bench.pi.wires().isHigh(Wires.LAMP));
  }

  private boolean isLit(long pressed) throws IOException {
    boolean isHigh = bench.pi.wires().await(Wires.LIGHT, true, Duration.ofSeconds(5));
    for (var edge : bench.pi.wires().takeEdges()) {
      if (edge.line() == Wires.LIGHT && edge.high()) {
        double millis = (edge.nanos() - pressed) / 1e6;
        bench.checks.note("the light's line rises %.0f ms after the press".formatted(millis));
        break;
      }
    }
    return isHigh;
  }

  private void volume() throws IOException {
    bench.checks.title("The volume, and the sound card unplugged");
    setVolume("SetVolume 35", 35);
    bench.pi.monitor().unplugSpeaker();
    boolean isGone =
        Wait.until(Bench.BOOT, () -> !bench.speaker.ask("cat /proc/asound/cards").contains("USB"));
    bench.checks.see("the card is gone", true, isGone);
    var answer = bench.bridge.call("SetVolume", "{\"volume\":20}");
    bench.checks.see("SetVolume without it", true, answer.contains("device_absent"));
    bench.checks.see(
        "status names it",
        true,
        bench
            .speaker
            .ask("device-agent status --json")
            .contains("\"problems\":{\"volume\":\"alsa:Audio"));
    bench.pi.monitor().plugSpeaker();
    boolean isBack =
        Wait.until(Bench.BOOT, () -> bench.speaker.ask("cat /proc/asound/cards").contains("USB"));
    bench.checks.see("the card is back", true, isBack);
    bench.speaker.ask("udevadm settle; sleep 1");
    setVolume("SetVolume 60 on the card that is back", 60);
  }

  private void setVolume(String what, int percent) throws IOException {
    var answer = bench.bridge.call("SetVolume", "{\"volume\":%d}".formatted(percent));
    boolean isDone = answer.contains("\"volume\":" + percent);
    bench.checks.see(what + ": its result", true, isDone ? true : answer);
    bench.checks.see(what + ": amixer -M", String.valueOf(percent), bench.speaker.loudness());
  }

  private void sandbox() throws IOException {
    bench.checks.title("What the service may not do");
    var figure =
        bench.speaker.ask(
            "systemd-analyze security device-agent | sed -n 's/.*exposure level.*: \\([0-9.]*\\)"
                + " .*/\\1/p'");
    bench.checks.note("systemd-analyze security device-agent: " + figure);
    bench.checks.see(
        "it is 1.5 or lower", true, !figure.isEmpty() && Double.parseDouble(figure) <= 1.5);
    var status =
        "grep -E '^(Uid|CapEff|NoNewPrivs|Seccomp):' /proc/$(systemctl show -P MainPID"
            + " device-agent)/status";
    bench.checks.note(bench.speaker.ask(status + " | tr '\\t\\n' '  '"));
    bench.checks.see(
        "its powers",
        "CapEff: 0000000000000000 NoNewPrivs: 1 Seccomp: 2",
        bench.speaker.ask(status + " | grep -v Uid | tr '\\t' ' ' | paste -sd ' '"));
    new Sandbox(bench.speaker, bench.checks).probe();
  }
}
