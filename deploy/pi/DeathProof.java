import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** All that may end within a talk: the process, the bridge, the machine; and what is then shut. */
final class DeathProof {
  /** Shut within so many seconds after the process has died, without it. */
  private static final double SHUT_MOST = 0.3;

  /** As long as this not even systemd hears of a death, unless the host holds the machine up. */
  private static final double HELD_UP = 0.15;

  private final Bench bench;

  DeathProof(Bench bench) {
    this.bench = bench;
  }

  void killed() throws IOException {
    bench.checks.title("SIGKILL within a talk");
    bench.speaker.watchCapture();
    bench.talk();
    var pid = bench.speaker.property("MainPID");
    double at = bench.speaker.kill("KILL");
    afterDeath(at, pid);
  }

  void stopped() throws IOException {
    bench.checks.title("SIGSTOP within a talk: the watchdog");
    bench.speaker.watchCapture();
    bench.talk();
    var pid = bench.speaker.property("MainPID");
    double stopped = bench.speaker.kill("STOP");
    boolean isKilled =
        Wait.until(Bench.BOOT, () -> bench.speaker.toldAt("Watchdog timeout") > stopped);
    bench.checks.see("systemd's watchdog acts", true, isKilled);
    double death = bench.speaker.toldAt("Watchdog timeout");
    bench.checks.note("it was silent for %.1f s".formatted(death - stopped));
    afterDeath(death, pid);
  }

  /** The microphone, the light, the next process, and the talk that was open. */
  private void afterDeath(double at, String pid) throws IOException {
    boolean isShut = Wait.until(Bench.BOOT, () -> !bench.speaker.hears());
    bench.checks.see("the capture switch is shut", true, isShut);
    double heard = bench.speaker.toldAt("Main process exited") - at;
    double shut = bench.speaker.capturedChangedAt() - at;
    var what = "by the machine's clock, after the death,";
    bench.checks.note("systemd heard of the death after %.3f s".formatted(heard));
    if (shut > SHUT_MOST && heard > HELD_UP) {
      bench.checks.skip(what + " %.3f s".formatted(shut), "the host is too busy to keep the time");
    } else {
      bench.checks.within(what, SHUT_MOST, shut);
    }
    boolean isDark = bench.pi.wires().await(Wires.LIGHT, false, Duration.ofSeconds(2));
    bench.checks.see("the light's line is dark, seen outside", true, isDark);
    bench.speaker.awaitAnother(pid);
    bench.checks.note(
        "last-will says: "
            + bench.speaker.ask(
                "journalctl -u device-agent -o cat | grep -A2 'microphone shut' | tail -n 3"
                    + " | paste -sd ';'"));
    bench.checks.note(
        "READY again %.1f s after the death, of which it took %.1f s to start"
            .formatted(readyAt() - at, bench.speaker.secondsToReady()));
    bench.pi.wires().release();
    bench.bridge.close();
    bench.owed();
  }

  private double readyAt() throws IOException {
    return Double.parseDouble(
        bench.speaker.ask(
            "date -d \"$(systemctl show -P ActiveEnterTimestamp --timestamp=us device-agent)\""
                + " +%s.%N"));
  }

  void bridgeGone() throws IOException {
    bench.checks.title("The bridge's death within a talk");
    bench.speaker.watchCapture();
    bench.talk();
    double at = Double.parseDouble(bench.speaker.ask("date +%s.%N"));
    bench.bridge.close();
    boolean isShut = Wait.until(Bench.BOOT, () -> !bench.speaker.hears());
    bench.checks.see("the capture switch is shut", true, isShut);
    bench.checks.note(
        "%.0f ms later, by the machine's clock"
            .formatted((bench.speaker.capturedChangedAt() - at) * 1000));
    bench.pi.wires().release();
    bench.owed();
  }

  void reboot() throws IOException {
    bench.checks.title("A reboot within a talk");
    bench.join();
    bench.talk();
    bench.speaker.ask("systemctl reboot --no-block");
    List<String> said;
    try {
      said = bench.ending();
    } catch (IOException e) {
      said = List.of(); // ssh was ended first
    }
    bench.checks.note("the bridge heard " + said);
    bench.checks.see("the machine goes down", true, bench.pi.awaitOff(Duration.ofMinutes(2)));
    bench.pi.powerOn(Setup.COLD);
    bench.up();
    bench.bridge = bench.speaker.bridge();
    var greeting = bench.bridge.join();
    bench.checks.note("the bridge that comes back hears " + greeting);
    bench.checks.see(
        "1108 was said, before or after, once",
        true,
        said.contains("1108") != greeting.contains("1108"));
  }

  void powerCut() throws IOException {
    bench.checks.title("A power cut within a talk");
    bench.talk();
    Wait.pause(Duration.ofSeconds(2));
    bench.pi.cutPower();
    bench.bridge.close();
    bench.pi.powerOn(Setup.COLD);
    bench.up();
    bench.owed();
    bench.bridge.close();
  }

  /** The machine as it starts without a network, and without any sound card. */
  void bare() throws Exception {
    bench.checks.title("A boot without a network and without a sound card");
    bench.pi.guest().run("systemctl poweroff --no-block", Bench.BOOT);
    bench.checks.see("the machine goes down", true, bench.pi.awaitOff(Duration.ofMinutes(2)));
    bench.pi.powerOn(Setup.COLD.withoutNetwork().withoutSound());
    var console = bench.pi.console();
    console.connect(Bench.BOOT);
    console.run("systemctl is-system-running --wait", Bench.BOOT);
    bench.checks.see(
        "the service",
        "active",
        console.run("systemctl is-active device-agent", Bench.BOOT).text().strip());
    var status = console.run("device-agent status", Bench.BOOT).text();
    status.lines().forEach(bench.checks::note);
    for (var missing : List.of("volume", "microphone", "network")) {
      bench.checks.see(
          "status names what is missing: " + missing,
          true,
          status
              .lines()
              .anyMatch(
                  line -> line.toLowerCase(Locale.ROOT).matches("problem +" + missing + ": .*")));
    }
    console.run("systemctl poweroff --no-block", Bench.BOOT);
    bench.checks.see("the machine goes down", true, bench.pi.awaitOff(Duration.ofMinutes(2)));
    bench.pi.powerOn(Setup.COLD);
    bench.up();
  }
}
