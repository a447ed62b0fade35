import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The virtual Pi that runs, and the bridge that is connected to the service in it. */
final class Bench implements AutoCloseable {
  /** The time limit for the start of a machine, on a busy host. */
  static final Duration BOOT = Duration.ofMinutes(10);

  final Checks checks;
  private final Folder folder;
  volatile Qemu pi;
  Speaker speaker;

  /** The bridge that is connected now. Each {@link #join} replaces it. */
  Bridge bridge;

  /** Whether the package is installed in it, drives its board, and no part has failed since. */
  boolean isSpeaker;

  Bench(Checks checks, Folder folder) {
    this.checks = checks;
    this.folder = folder;
  }

  /** Ends the running machine and starts another one. */
  void start(Setup setup) throws IOException {
    close();
    pi = Qemu.start(folder, setup);
    speaker = new Speaker(pi);
  }

  /** Starts a machine from the state that {@code build} has saved, and connects to it. */
  void startReady() throws IOException {
    long from = System.nanoTime();
    start(Setup.READY);
    pi.connect(BOOT);
    checks.note("the machine is up after %.1f s".formatted(seconds(from)));
  }

  /** Kills the machine, from any thread. Everything that waits for it then fails. */
  void kill() {
    var running = pi;
    if (running != null) {
      running.kill();
    }
  }

  /** Connects a new bridge, which joins, and closes the one before. */
  void join() throws IOException {
    if (bridge != null) {
      bridge.close();
    }
    bridge = speaker.bridge();
    bridge.join();
  }

  /** Reads words from the bridge up to the one that ends a talk. */
  List<String> ending() throws IOException {
    var words = new ArrayList<String>();
    while (words.isEmpty() || !words.getLast().matches("1107|1108")) {
      words.add(Bridge.word(bridge.next()));
    }
    return words;
  }

  /** Starts a talk: a bridge joins, the button is pressed, the microphone opens. */
  void talk() throws IOException {
    join();
    pi.wires().press();
    bridge.until("1106");
    bridge.until("open");
    checks.see("within a talk, the capture switch", true, speaker.hears());
  }

  /** Checks that the next bridge hears once that the interrupted talk has ended. */
  void owed() throws IOException {
    bridge.close();
    bridge = speaker.bridge();
    checks.see("the bridge that comes back hears", List.of("muted", "1108"), bridge.join());
  }

  /** Waits until the machine has turned itself off. */
  void down() throws IOException {
    boolean isOff = pi.awaitOff(Duration.ofMinutes(5));
    checks.see("the machine goes down", true, isOff);
    if (!isOff) {
      throw new IOException("the machine is still on: " + pi.said());
    }
  }

  /** Waits until the machine has booted and its service is active. */
  void up() throws IOException {
    long from = System.nanoTime();
    pi.connect(BOOT);
    checks.note("ssh answers after %.1f s".formatted(seconds(from)));
    booted("its units");
    checks.see("the service", "active", speaker.isActive());
    checks.note(
        "the service was READY %s s after the kernel began"
            .formatted(
                speaker.ask(
                    "systemctl show -P ActiveEnterTimestampMonotonic device-agent | sed"
                        + " 's/......$/.&/'")));
    checks.see("the capture switch", false, speaker.hears());
  }

  /** Waits until systemd has started everything. */
  void booted(String what) throws IOException {
    var state = pi.guest().awaitBooted(BOOT);
    checks.see(what, "running", state);
    if (!state.equals("running")) {
      checks.note(speaker.ask("systemctl --failed --no-legend; journalctl -b -p err | tail -n 20"));
    }
  }

  @Override
  public void close() throws IOException {
    isSpeaker = false;
    if (bridge != null) {
      bridge.close();
      bridge = null;
    }
    if (pi != null) {
      var before = pi;
      pi = null;
      before.close();
    }
  }

  static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
