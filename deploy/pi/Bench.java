import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A virtual Pi with the package in it, and the bridge that its service is told things by. */
final class Bench {
  static final Duration BOOT = Duration.ofMinutes(5);

  final Checks checks;
  final Qemu pi;
  final Speaker speaker;

  /** The one that is connected; several follow each other. */
  Bridge bridge;

  Bench(Checks checks, Qemu pi) {
    this.checks = checks;
    this.pi = pi;
    speaker = new Speaker(pi);
  }

  void join() throws IOException {
    bridge = speaker.bridge();
    bridge.join();
  }

  /** The words up to the one that ends a talk. */
  List<String> ending() throws IOException {
    var words = new ArrayList<String>();
    while (words.isEmpty() || !words.getLast().matches("1107|1108")) {
      words.add(Bridge.word(bridge.next()));
    }
    return words;
  }

  /** Presses, and waits until everything is open. */
  void talk() throws IOException {
    pi.wires().press();
    bridge.until("1106");
    bridge.until("open");
    checks.see("within a talk, the capture switch", true, speaker.hears());
  }

  /** The bridge that comes back is told of the talk that was left open, once. */
  void owed() throws IOException {
    bridge = speaker.bridge();
    checks.see("the bridge that comes back hears", List.of("muted", "1108"), bridge.join());
  }

  void up() throws IOException {
    long from = System.nanoTime();
    pi.guest().connect(BOOT);
    checks.note("ssh answers after %.1f s".formatted(seconds(from)));
    checks.see("its units", "running", pi.guest().awaitBooted(BOOT));
    checks.see("the service", "active", speaker.isActive());
    checks.note(
        "the service was READY %s s after the kernel began"
            .formatted(
                speaker.ask(
                    "systemctl show -P ActiveEnterTimestampMonotonic device-agent | sed"
                        + " 's/......$/.&/'")));
    checks.see("the capture switch", false, speaker.hears());
  }

  static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
