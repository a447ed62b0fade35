import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks the package in a virtual Pi, from its installation to its purge, through everything that
 * may happen to a speaker. All parts use one machine as long as none of them fails.
 */
final class ServiceProof {
  private final Bench bench;
  private final Path deb;
  private final Path olderDeb;
  private final Path board;

  /** The inventory of the machine before the installation; null until it is known. */
  private Inventory before;

  /** The package that is installed first. */
  private Path first;

  /**
   * @param olderDeb the same package with an earlier version
   * @param board the folder of board.yaml
   */
  ServiceProof(Bench bench, Path deb, Path olderDeb, Path board) {
    this.bench = bench;
    this.deb = deb;
    this.olderDeb = olderDeb;
    this.board = board;
    first = deb;
  }

  /** All parts, for a machine with the hardware of board.yaml. */
  List<Part> full() {
    first = olderDeb;
    var controls = new ControlsProof(bench);
    var death = new DeathProof(bench);
    var ownLife = new PackageProof(bench);
    return List.of(
        Part.alone("The package is installed", this::install),
        Part.ofSpeaker("The package works its board", this::configure),
        Part.ofSpeaker("The button, by its line, and the light, by its", controls::button),
        Part.ofSpeaker("The volume, and the sound card unplugged", controls::volume),
        Part.ofSpeaker("SIGKILL within a talk", death::killed),
        Part.ofSpeaker("SIGSTOP within a talk: the watchdog", death::stopped),
        Part.ofSpeaker("The bridge's death within a talk", death::bridgeGone),
        Part.ofSpeaker("What the service may not do", this::sandbox),
        Part.ofSpeaker(
            "An upgrade within a talk, and a downgrade", () -> ownLife.upgrade(deb, olderDeb)),
        Part.ofSpeaker("What Java has learnt", ownLife::learnt),
        Part.ofSpeaker("A reboot within a talk", death::reboot),
        Part.ofSpeaker("A power cut within a talk", death::powerCut),
        Part.ofSpeaker("A boot without a network and without a sound card", death::bare),
        Part.ofSpeaker("A purge", () -> ownLife.purge(before)));
  }

  /** The parts that do not boot the machine and do not take minutes. */
  List<Part> shortForm() {
    var controls = new ControlsProof(bench);
    return List.of(
        Part.alone("The package is installed", this::install),
        Part.ofSpeaker("The package works its board", this::configure),
        Part.ofSpeaker("The button, by its line, and the light, by its", controls::button),
        Part.ofSpeaker("The volume, and the sound card unplugged", controls::volume),
        Part.ofSpeaker("SIGKILL within a talk", new DeathProof(bench)::killed),
        Part.ofSpeaker("A purge", () -> new PackageProof(bench).purge(before)));
  }

  /** The parts for a machine without a speaker's hardware: the package is not configured. */
  List<Part> bare() {
    return List.of(
        Part.alone("The package is installed", this::install),
        Part.ofSpeaker("The package works a simulated board", this::simulated),
        Part.ofSpeaker("A purge", () -> new PackageProof(bench).purge(before)));
  }

  /** Starts another machine with the package in it, for a part that follows a failed one. */
  void prepare() throws IOException {
    pristine();
    bench.speaker.install(first);
    if (bench.pi.hasWires()) {
      bench.speaker.configure(board);
    }
    bench.isSpeaker = true;
  }

  private void pristine() throws IOException {
    bench.startReady();
    if (before == null) {
      before = new Inventory(bench.speaker);
    }
  }

  private void install() throws IOException {
    pristine();
    long from = System.nanoTime();
    bench.speaker.install(first);
    bench.checks.note("apt took %.1f s for %s".formatted(Bench.seconds(from), first.getFileName()));
    bench.checks.see("the service", "active", bench.speaker.isActive());
    bench.checks.see(
        "it starts at boot", "enabled", bench.speaker.ask("systemctl is-enabled device-agent"));
    bench.checks.note("READY after %.1f s".formatted(bench.speaker.secondsToReady()));
    bench.checks.note(bench.speaker.property("StatusText"));
    bench.checks.see(
        "its manual",
        "0",
        bench.speaker.ask("test -s /usr/share/man/man1/device-agent.1.gz; echo $?"));
    bench.isSpeaker = true;
  }

  private void simulated() throws IOException {
    bench.checks.see("doctor, of the simulated board", "true", healthy());
    bench.join();
    var answer = bench.bridge.call("SetVolume", "{\"volume\":80}");
    bench.checks.see("SetVolume", true, answer.contains("\"volume\":80"));
  }

  private void configure() throws IOException {
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

  private void sandbox() throws IOException {
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
