import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Checks the package over its lifetime in the machine: other versions, the AOT cache, the purge.
 */
final class PackageProof {
  private final Bench bench;

  PackageProof(Bench bench) {
    this.bench = bench;
  }

  void upgrade(Path deb, Path olderDeb) throws IOException {
    bench.speaker.order(
        "device-agent mute on; device-agent mute off; echo '# mine'"
            + " >>/etc/device-agent/agent.yaml");
    bench.talk();
    var pid = bench.speaker.property("MainPID");
    bench.speaker.install(deb);
    bench.checks.see("the bridge heard", List.of("muted", "1108"), bench.ending());
    bench.pi.wires().release();
    bench.bridge.close();
    bench.checks.see("it is another process", false, pid.equals(bench.speaker.property("MainPID")));
    installed("upgraded", deb);
    bench.checks.see(
        "the configuration is kept",
        "# mine",
        bench.speaker.ask("tail -n 1 /etc/device-agent/agent.yaml"));
    bench.bridge = bench.speaker.bridge();
    bench.checks.see("the bridge that comes back hears", List.of("muted"), bench.bridge.join());
    bench.bridge.close();
    bench.speaker.install(olderDeb);
    installed("downgraded", olderDeb);
    bench.speaker.install(deb);
    installed("upgraded again", deb);
  }

  private void installed(String how, Path package_) throws IOException {
    var version = bench.speaker.ask("dpkg-query -W -f '${Version}' device-agent");
    bench.checks.see(
        how + ", its version",
        package_.getFileName().toString(),
        "device-agent_" + version + "_all.deb");
    bench.checks.see(how + ", the service", "active", bench.speaker.isActive());
  }

  void learnt() throws IOException {
    bench.speaker.ask(
        "systemctl stop device-agent-rehearsal; rm -rf /var/cache/device-agent/*; systemctl restart"
            + " device-agent");
    double before = bench.speaker.secondsToReady();
    long from = System.nanoTime();
    bench.speaker.order("systemctl start device-agent-rehearsal");
    bench.checks.note("a rehearsal took %.0f s".formatted(Bench.seconds(from)));
    bench
        .speaker
        .ask("journalctl -u device-agent-rehearsal -o cat -n 3")
        .lines()
        .forEach(bench.checks::note);
    bench.checks.see(
        "it was learnt",
        "rehearsed.aot rehearsed.aot.key",
        bench.speaker.ask("ls /var/cache/device-agent | paste -sd ' '"));
    bench.speaker.order("systemctl restart device-agent");
    double after = bench.speaker.secondsToReady();
    bench.checks.note("READY after %.1f s, and before it after %.1f s".formatted(after, before));
    bench.checks.see("it is in use", "1", mapped());
    bench.speaker.order(
        "touch /usr/share/device-agent/lib/codec-*.jar; systemctl restart device-agent");
    bench.checks.see("with another jar it is in use", "0", mapped());
    bench.speaker.order("systemctl start device-agent-rehearsal; systemctl restart device-agent");
    bench.checks.see("learnt anew, it is in use", "1", mapped());
  }

  private String mapped() throws IOException {
    return bench.speaker.ask(
        "grep -q rehearsed.aot /proc/$(systemctl show -P MainPID device-agent)/maps && echo 1 ||"
            + " echo 0");
  }

  void purge(Inventory before) throws IOException {
    bench.speaker.order(
        "DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 purge device-agent"
            + " </dev/null 2>&1");
    var after = new Inventory(bench.speaker);
    bench.checks.note("before: " + before.summary());
    bench.checks.note("after:  " + after.summary());
    bench.checks.see("what it leaves behind", List.of(), after.beyond(before));
    bench.checks.see("what it took with it", List.of(), before.beyond(after));
  }
}
