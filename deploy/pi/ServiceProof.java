import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The package in a virtual Pi, from its installation to its purge, through all that may happen to a
 * speaker. One machine goes through it, so that a later point stands on what an earlier one left.
 */
final class ServiceProof {
  private static final Duration BOOT = Duration.ofMinutes(5);

  /** Shut within this time after the process has died, without it. */
  private static final double SHUT_MOST = 0.3;

  private final Checks checks;
  private final Path deb;
  private final Path olderDeb;
  private final boolean isShort;
  private Qemu pi;
  private Speaker speaker;
  private Bridge bridge;

  /**
   * @param olderDeb the same of an earlier version
   */
  ServiceProof(Checks checks, Path deb, Path olderDeb, boolean isShort) {
    this.checks = checks;
    this.deb = deb;
    this.olderDeb = olderDeb;
    this.isShort = isShort;
  }

  /** On the machine of {@code board.yaml}, which is running. */
  void run(Qemu machine, Path board) throws Exception {
    pi = machine;
    speaker = new Speaker(pi);
    var before = new Inventory(speaker);
    install(isShort ? deb : olderDeb);
    configure(board);
    button();
    volume();
    killed();
    if (!isShort) {
      stopped();
      bridgeGone();
      sandbox();
      upgrade();
      learnt();
      reboot();
      powerCut();
      bare();
    }
    purge(before);
  }

  /** On a machine without a speaker's hardware: the package as it is. */
  void runBare(Qemu machine) throws Exception {
    pi = machine;
    speaker = new Speaker(pi);
    var before = new Inventory(speaker);
    install(deb);
    checks.see("doctor, of the simulated board", "true", healthy());
    try (var there = speaker.bridge()) {
      there.join();
      checks.see("SetVolume", true, there.call("SetVolume", "{\"volume\":80}").contains("\"volume\":80"));
    }
    purge(before);
  }

  private void install(Path package_) throws IOException {
    checks.title("The package is installed");
    long from = System.nanoTime();
    speaker.install(package_);
    checks.note("apt took %.1f s for %s".formatted(seconds(from), package_.getFileName()));
    checks.see("the service", "active", speaker.isActive());
    checks.see("it starts at boot", "enabled", speaker.ask("systemctl is-enabled device-agent"));
    checks.note("READY after %.1f s".formatted(speaker.secondsToReady()));
    checks.note(speaker.property("StatusText"));
    checks.see("its manual", "0", speaker.ask("test -s /usr/share/man/man1/device-agent.1.gz; echo $?"));
  }

  private void configure(Path board) throws IOException {
    speaker.configure(board);
    checks.see("the service, with its board", "active", speaker.isActive());
    checks.note("READY after %.1f s".formatted(speaker.secondsToReady()));
    var findings = speaker.ask("device-agent doctor");
    findings.lines().forEach(checks::note);
    checks.see("doctor", "true", healthy());
    checks.see("the microphone, before any talk", false, speaker.hears());
  }

  private String healthy() throws IOException {
    return speaker.ask("device-agent doctor --json | sed -n 's/.*\"healthy\":\\([a-z]*\\).*/\\1/p'");
  }

  private void join() throws IOException {
    bridge = speaker.bridge();
    bridge.join();
  }

  private void button() throws IOException {
    checks.title("The button, by its line, and the light, by its");
    join();
    pi.wires().takeEdges();
    long pressed = System.nanoTime();
    pi.wires().press();
    bridge.until("1106");
    checks.note("1106 is at the bridge %.0f ms after the press".formatted(seconds(pressed) * 1000));
    checks.see("then it is told", "open", Bridge.word(bridge.until("microphone")));
    boolean isLit = pi.wires().await(Wires.LIGHT, true, Duration.ofSeconds(5));
    for (var edge : pi.wires().takeEdges()) {
      if (edge.line() == Wires.LIGHT && edge.high()) {
        checks.note("the light's line rises %.0f ms after the press".formatted((edge.nanos() - pressed) / 1e6));
        break;
      }
    }
    checks.see("the light's line, seen outside", true, isLit);
    checks.see("the capture switch", true, speaker.hears());
    Wait.pause(Duration.ofMillis(700)); // a shorter press is a tap
    pi.wires().release();
    checks.see("let go", List.of("muted", "1107"), ending());
    checks.see("the capture switch, let go", false, speaker.hears());
    pi.wires().press(Duration.ofMillis(120));
    checks.see("a tap", List.of("1106", "open", "muted", "1108"), ending());
    bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"on\"}");
    checks.see("the lamp's line, switched on", true, pi.wires().isHigh(Wires.LAMP));
    bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"off\"}");
    checks.see("the lamp's line, switched off", false, pi.wires().isHigh(Wires.LAMP));
  }

  /** The words up to the one that ends a talk. */
  private List<String> ending() throws IOException {
    var words = new ArrayList<String>();
    while (words.isEmpty() || !words.getLast().matches("1107|1108")) {
      words.add(Bridge.word(bridge.next()));
    }
    return words;
  }

  private void volume() throws IOException {
    checks.title("The volume, and the sound card unplugged");
    setVolume("SetVolume 35", 35);
    pi.monitor().unplugSpeaker();
    boolean isGone = Wait.until(BOOT, () -> !speaker.ask("cat /proc/asound/cards").contains("USB"));
    checks.see("the card is gone", true, isGone);
    var answer = bridge.call("SetVolume", "{\"volume\":20}");
    checks.see("SetVolume without it", true, answer.contains("device_absent"));
    checks.see(
        "status names it",
        true,
        speaker.ask("device-agent status --json").contains("\"problems\":{\"volume\":\"alsa:Audio"));
    pi.monitor().plugSpeaker();
    boolean isBack = Wait.until(BOOT, () -> speaker.ask("cat /proc/asound/cards").contains("USB"));
    checks.see("the card is back", true, isBack);
    speaker.ask("udevadm settle; sleep 1");
    setVolume("SetVolume 60 on the card that is back", 60);
  }

  private void setVolume(String what, int percent) throws IOException {
    var answer = bridge.call("SetVolume", "{\"volume\":%d}".formatted(percent));
    boolean isDone = answer.contains("\"volume\":" + percent);
    checks.see(what + ": its result", true, isDone ? true : answer);
    checks.see(what + ": amixer -M", String.valueOf(percent), speaker.loudness());
  }

  /** Presses, and waits until everything is open. */
  private void talk() throws IOException {
    pi.wires().press();
    bridge.until("1106");
    bridge.until("open");
    checks.see("within a talk, the capture switch", true, speaker.hears());
  }

  private void killed() throws IOException {
    checks.title("SIGKILL within a talk");
    speaker.watchCapture();
    talk();
    var pid = speaker.property("MainPID");
    double at = speaker.kill("KILL");
    afterDeath(at, pid);
  }

  private void stopped() throws IOException {
    checks.title("SIGSTOP within a talk: the watchdog");
    speaker.watchCapture();
    talk();
    var pid = speaker.property("MainPID");
    double stopped = speaker.kill("STOP");
    boolean isKilled = Wait.until(BOOT, () -> speaker.toldAt("Watchdog timeout") > stopped);
    checks.see("systemd's watchdog acts", true, isKilled);
    double death = speaker.toldAt("Watchdog timeout");
    checks.note("it was silent for %.1f s".formatted(death - stopped));
    afterDeath(death, pid);
  }

  /** The microphone, the light, the next process, and the talk that was open. */
  private void afterDeath(double at, String pid) throws IOException {
    boolean isShut = Wait.until(BOOT, () -> !speaker.hears());
    checks.see("the capture switch is shut", true, isShut);
    checks.within("by the machine's clock, after the death,", SHUT_MOST, speaker.capturedChangedAt() - at);
    speaker.awaitAnother(pid);
    checks.note("last-will says: " + speaker.ask("journalctl -u device-agent | grep last-will | tail -n 3 | cut -c 17- | sed 's/^[^:]*: //' | paste -sd ';'"));
    checks.note(
        "READY again %.1f s after the death, of which it took %.1f s to start"
            .formatted(readyAt() - at, speaker.secondsToReady()));
    pi.wires().release();
    bridge.close();
    owed();
  }

  private double readyAt() throws IOException {
    return Double.parseDouble(
        speaker.ask("date -d \"$(systemctl show -P ActiveEnterTimestamp --timestamp=us device-agent)\" +%s.%N"));
  }

  /** The bridge that comes back is told of the talk that was left open, once. */
  private void owed() throws IOException {
    bridge = speaker.bridge();
    checks.see("the bridge that comes back hears", List.of("muted", "1108"), bridge.join());
  }

  private void bridgeGone() throws IOException {
    checks.title("The bridge's death within a talk");
    speaker.watchCapture();
    talk();
    double at = Double.parseDouble(speaker.ask("date +%s.%N"));
    bridge.close();
    boolean isShut = Wait.until(BOOT, () -> !speaker.hears());
    checks.see("the capture switch is shut", true, isShut);
    checks.note("%.0f ms later, by the machine's clock".formatted((speaker.capturedChangedAt() - at) * 1000));
    pi.wires().release();
    owed();
  }

  private void sandbox() throws IOException {
    checks.title("What the service may not do");
    var figure = speaker.ask("systemd-analyze security device-agent | sed -n 's/.*exposure level.*: \\([0-9.]*\\) .*/\\1/p'");
    checks.note("systemd-analyze security device-agent: " + figure);
    checks.see("it is 1.5 or lower", true, !figure.isEmpty() && Double.parseDouble(figure) <= 1.5);
    var status = "grep -E '^(Uid|CapEff|NoNewPrivs|Seccomp):' /proc/$(systemctl show -P MainPID device-agent)/status";
    checks.note(speaker.ask(status + " | tr '\\t\\n' '  '"));
    checks.see("its powers", "CapEff: 0000000000000000 NoNewPrivs: 1 Seccomp: 2",
        speaker.ask(status + " | grep -v Uid | tr '\\t' ' ' | paste -sd ' '"));
    new Sandbox(speaker, checks).probe();
  }

  private void upgrade() throws IOException {
    checks.title("An upgrade within a talk, and a downgrade");
    speaker.order("device-agent mute on; device-agent mute off; echo '# mine' >>/etc/device-agent/agent.yaml");
    bridge.close();
    join();
    talk();
    var pid = speaker.property("MainPID");
    speaker.install(deb);
    checks.see("the bridge heard", List.of("muted", "1108"), ending());
    pi.wires().release();
    bridge.close();
    checks.see("it is another process", false, pid.equals(speaker.property("MainPID")));
    installed("upgraded", deb);
    checks.see("the configuration is kept", "# mine", speaker.ask("tail -n 1 /etc/device-agent/agent.yaml"));
    bridge = speaker.bridge();
    checks.see("the bridge that comes back hears", List.of("muted"), bridge.join());
    bridge.close();
    speaker.install(olderDeb);
    installed("downgraded", olderDeb);
    speaker.install(deb);
    installed("upgraded again", deb);
  }

  private void installed(String how, Path package_) throws IOException {
    var version = speaker.ask("dpkg-query -W -f '${Version}' device-agent");
    checks.see(how + ", its version", package_.getFileName().toString(), "device-agent_" + version + "_all.deb");
    checks.see(how + ", the service", "active", speaker.isActive());
  }

  private void learnt() throws IOException {
    checks.title("What Java has learnt");
    speaker.ask("systemctl stop device-agent-rehearsal; rm -rf /var/cache/device-agent/*; systemctl restart device-agent");
    double before = speaker.secondsToReady();
    long from = System.nanoTime();
    speaker.order("systemctl start device-agent-rehearsal");
    checks.note("a rehearsal took %.0f s".formatted(seconds(from)));
    speaker.ask("journalctl -u device-agent-rehearsal -o cat -n 3").lines().forEach(checks::note);
    checks.see("it was learnt", "rehearsed.aot rehearsed.aot.key", speaker.ask("ls /var/cache/device-agent | paste -sd ' '"));
    speaker.order("systemctl restart device-agent");
    double after = speaker.secondsToReady();
    checks.note("READY after %.1f s, and before it after %.1f s".formatted(after, before));
    checks.see("it is in use", "1", mapped());
    speaker.order("touch /usr/share/device-agent/lib/codec-*.jar; systemctl restart device-agent");
    checks.see("with another jar it is in use", "0", mapped());
    speaker.order("systemctl start device-agent-rehearsal; systemctl restart device-agent");
    checks.see("learnt anew, it is in use", "1", mapped());
  }

  private String mapped() throws IOException {
    return speaker.ask(
        "grep -q rehearsed.aot /proc/$(systemctl show -P MainPID device-agent)/maps && echo 1 || echo 0");
  }

  private void reboot() throws IOException {
    checks.title("A reboot within a talk");
    join();
    talk();
    speaker.ask("systemctl reboot --no-block");
    List<String> said;
    try {
      said = ending();
    } catch (IOException e) {
      said = List.of(); // ssh was ended first
    }
    checks.note("the bridge heard " + said);
    checks.see("the machine goes down", true, pi.awaitOff(Duration.ofMinutes(2)));
    pi.powerOn(Setup.COLD);
    up();
    bridge = speaker.bridge();
    var greeting = bridge.join();
    checks.note("the bridge that comes back hears " + greeting);
    checks.see("1108 was said, before or after, once", true, said.contains("1108") != greeting.contains("1108"));
  }

  private void up() throws IOException {
    long from = System.nanoTime();
    pi.guest().connect(BOOT);
    checks.note("ssh answers after %.1f s".formatted(seconds(from)));
    checks.see("its units", "running", pi.guest().awaitBooted(BOOT));
    checks.see("the service", "active", speaker.isActive());
    checks.note("the service was READY %s s after the kernel began"
        .formatted(speaker.ask("systemctl show -P ActiveEnterTimestampMonotonic device-agent | sed 's/......$/.&/'")));
    checks.see("the capture switch", false, speaker.hears());
  }

  private void powerCut() throws IOException {
    checks.title("A power cut within a talk");
    talk();
    Wait.pause(Duration.ofSeconds(2));
    pi.cutPower();
    bridge.close();
    pi.powerOn(Setup.COLD);
    up();
    owed();
    bridge.close();
  }

  /** The machine as it starts without a network, and without any sound card. */
  private void bare() throws Exception {
    checks.title("A boot without a network and without a sound card");
    pi.guest().run("systemctl poweroff --no-block", BOOT);
    checks.see("the machine goes down", true, pi.awaitOff(Duration.ofMinutes(2)));
    pi.powerOn(Setup.COLD.withoutNetwork().withoutSound());
    var console = pi.console();
    console.connect(BOOT);
    console.run("systemctl is-system-running --wait", BOOT);
    checks.see("the service", "active", console.run("systemctl is-active device-agent", BOOT).text().strip());
    var status = console.run("device-agent status", BOOT).text();
    status.lines().forEach(checks::note);
    for (var missing : List.of("volume", "microphone", "network")) {
      checks.see("status names what is missing: " + missing, true,
          status.lines().anyMatch(line -> line.toLowerCase(Locale.ROOT).matches("problems.*" + missing + ".*")));
    }
    console.run("systemctl poweroff --no-block", BOOT);
    checks.see("the machine goes down", true, pi.awaitOff(Duration.ofMinutes(2)));
    pi.powerOn(Setup.COLD);
    up();
  }

  private void purge(Inventory before) throws IOException {
    checks.title("A purge");
    speaker.order("DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 purge device-agent </dev/null 2>&1");
    var after = new Inventory(speaker);
    checks.note("before: " + before.summary());
    checks.note("after:  " + after.summary());
    checks.see("what it leaves behind", List.of(), after.beyond(before));
    checks.see("what it took with it", List.of(), before.beyond(after));
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
