import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Ends the process, the bridge or the machine during a talk, and checks what is shut afterwards.
 */
final class DeathProof {
  /** The limit in seconds from the death of the process until the microphone is shut without it. */
  private static final double SHUT_MOST = 0.3;

  /** In seconds. systemd takes longer to notice a death only if the host delays the machine. */
  private static final double HELD_UP = 0.15;

  private final Bench bench;

  DeathProof(Bench bench) {
    this.bench = bench;
  }

  void killed() throws IOException {
    bench.speaker.watchCapture();
    bench.talk();
    var pid = bench.speaker.property("MainPID");
    var before = bench.pi.load();
    double at = bench.speaker.kill("KILL");
    afterDeath(at, pid, before);
  }

  void stopped() throws IOException {
    bench.speaker.watchCapture();
    bench.talk();
    var pid = bench.speaker.property("MainPID");
    var before = bench.pi.load();
    double stopped = bench.speaker.kill("STOP");
    boolean isKilled =
        Wait.until(Bench.BOOT, () -> bench.speaker.toldAt("Watchdog timeout") > stopped);
    bench.checks.see("systemd's watchdog acts", true, isKilled);
    double death = bench.speaker.toldAt("Watchdog timeout");
    bench.checks.note("it was silent for %.1f s".formatted(death - stopped));
    afterDeath(death, pid, before);
  }

  /** Checks the microphone, the light, the next process, and the end of the open talk. */
  private void afterDeath(double at, String pid, Load before) throws IOException {
    // A command in the machine would take processor time from the process that shuts the
    // microphone. The light's line is read from outside, and early: the next process darkens it
    // too.
    boolean isDark = bench.pi.wires().await(Wires.LIGHT, false, Duration.ofSeconds(2));
    Wait.pause(Duration.ofSeconds(1));
    var load = bench.pi.load().since(before);
    boolean isShut = Wait.until(Bench.BOOT, () -> !bench.speaker.hears());
    bench.checks.see("the capture switch is shut", true, isShut);
    double heard = bench.speaker.toldAt("Main process exited") - at;
    double shut = bench.speaker.capturedChangedAt() - at;
    bench.checks.note("systemd heard of the death after %.3f s".formatted(heard));
    bench.checks.note("the capture switch was shut after %.3f s".formatted(shut));
    bench.checks.note("since the signal, QEMU " + load);
    boolean isHeldUp = heard > HELD_UP || load.isHeldUp();
    inTime("shut within 0.3 s of the death, by the machine's clock", shut <= SHUT_MOST, isHeldUp);
    inTime("the light's line is dark, seen outside", isDark, isHeldUp);
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
    bench.owed();
  }

  /** Checks a time limit. A miss is skipped if the host delayed the machine. */
  private void inTime(String what, boolean isInTime, boolean isHeldUp) {
    if (!isInTime && isHeldUp) {
      bench.checks.skip(what, "the host is too busy to keep the time");
    } else {
      bench.checks.see(what, true, isInTime);
    }
  }

  private double readyAt() throws IOException {
    return Double.parseDouble(
        bench.speaker.ask(
            "date -d \"$(systemctl show -P ActiveEnterTimestamp --timestamp=us device-agent)\""
                + " +%s.%N"));
  }

  void bridgeGone() throws IOException {
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
    bench.talk();
    var boot = boot();
    bench.pi.guest().end("systemctl reboot --no-block");
    List<String> said;
    try {
      said = bench.ending();
    } catch (IOException e) {
      said = List.of(); // ssh ended first
    }
    bench.checks.note("the bridge heard " + said);
    bench.down();
    bench.pi.powerOn(Setup.COLD);
    bench.up();
    bench.checks.see("it is another boot", false, boot.equals(boot()));
    bench.bridge = bench.speaker.bridge();
    var greeting = bench.bridge.join();
    bench.checks.note("the bridge that comes back hears " + greeting);
    bench.checks.see(
        "1108 was said, before or after, once",
        true,
        said.contains("1108") != greeting.contains("1108"));
  }

  private String boot() throws IOException {
    return bench.speaker.order("cat /proc/sys/kernel/random/boot_id");
  }

  void powerCut() throws IOException {
    bench.talk();
    Wait.pause(Duration.ofSeconds(2));
    bench.pi.cutPower();
    bench.pi.powerOn(Setup.COLD);
    bench.up();
    bench.owed();
  }

  /** Checks a boot without a network and without any sound card. */
  void bare() throws IOException {
    bench.pi.guest().end("systemctl poweroff --no-block");
    bench.down();
    bench.pi.powerOn(Setup.COLD.withoutNetwork().withoutSound());
    var console = bench.pi.console();
    console.connect(Bench.BOOT);
    console.run("systemctl is-system-running --wait", Bench.BOOT);
    bench.checks.see(
        "the service, with neither",
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
    bench.down();
    bench.pi.powerOn(Setup.COLD);
    bench.up();
  }
}
