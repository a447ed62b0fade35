import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** The checks, which run inside the test kernel after {@code init} has created the hardware. */
public final class Check {
  private static final Path LOG = Path.of("/mnt/log");
  private static final Path CONTROL = Path.of("/mnt/control.sock");
  private static final Path LAST_WILL = Path.of("/mnt/last-will");
  private static final List<String> TALK = List.of("1106", "open", "muted", "1107");
  private static final List<String> TAP = List.of("1106", "open", "muted", "1108");

  private static final int AGENT_TRAINS = 200;
  private static final int TRAIN_LINES = 40;

  // The debounce ignores edges for 25 ms. The agent shares its one processor with this program, so
  // some of that time must remain for it to receive the last edge. BounceTrains tests trains of the
  // full 25 ms: it knows when each edge was received.
  private static final int TRAIN_MICROS = 17_000;
  private static final long TRAIN_LONGEST_NANOS = 21_000_000;

  private final Path checkout;
  private int passed;
  private int failed;
  private int skipped;

  private Check(Path checkout) {
    this.checkout = checkout;
  }

  /**
   * @param arguments the checkout, the number of random trains, and the seed of the first one
   */
  public static void main(String[] arguments) throws Exception {
    var check = new Check(Path.of(arguments[0]));
    try {
      check.agent();
      check.trains(arguments[1], arguments[2]);
    } catch (IOException e) {
      check.see("everything else", "as it should", e + "\n" + Files.readString(LOG));
    }
    System.out.printf(
        "kernel: %d passed, %d failed, %d skipped%n", check.passed, check.failed, check.skipped);
  }

  private void agent() throws Exception {
    Machine.release(); // the button is not pressed
    var agent = start();
    List<Long> micros;
    try (var bridge = new Bridge("/mnt/bridge.sock")) {
      bridge.closeAfter(Duration.ofMinutes(5)); // ends the wait for a frame that never arrives
      bridge.join();
      see("a press of 700 ms", TALK, press(bridge, 700));
      see("a tap", TAP, press(bridge, 100));
      bounces(bridge);
      micros = Latency.measure(() -> bridge.until("1106"), () -> bridge.until("1108"));
      lights(bridge);
      sound(bridge);
      var battery = bridge.call("QueryDevice", "{\"type\":\"battery\"}");
      see("the kernel's test battery", "50", field(battery, "percent"));
      end(agent, bridge);
    }
    killed();
    compare(micros);
  }

  private Process start() throws IOException {
    var builder = new ProcessBuilder(program("device-agent"), "run", "--config", "agent.yaml");
    builder.environment().put("RUNTIME_DIRECTORY", "/mnt"); // as a service manager sets it
    Files.deleteIfExists(CONTROL); // left by a killed agent
    var agent = builder.redirectErrorStream(true).redirectOutput(LOG.toFile()).start();
    while (!Files.exists(CONTROL) && agent.isAlive()) {
      Machine.pause(20);
    }
    return agent;
  }

  private String program(String name) {
    return checkout.resolve("device-agent/bin").resolve(name).toString();
  }

  /**
   * Kills the agent during a talk, with the microphone open and the lights on, and checks the crash
   * cleanup.
   */
  private void killed() throws Exception {
    see("a last will after an orderly end", false, Files.exists(LAST_WILL));
    var agent = start();
    try (var bridge = new Bridge("/mnt/bridge.sock")) {
      bridge.closeAfter(Duration.ofMinutes(1));
      bridge.join();
      bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"on\"}");
      bridge.call("ControlDevice", "{\"device\":\"low\",\"state\":\"on\"}");
      Machine.press();
      bridge.until("open");
      see("within a talk, the microphone", true, Machine.hears());
      agent.destroyForcibly().waitFor();
    }
    long start = System.nanoTime();
    see("its last will is done", true, Machine.await(() -> !Files.exists(LAST_WILL)));
    note((System.nanoTime() - start) / 1_000_000 + " ms after its end");
    see("the microphone after its last will", false, Machine.hears());
    see("its light", "0", Machine.level(5)); // gpio-sim does not keep a released line high
    Machine.release();
    var next = start();
    try (var bridge = new Bridge("/mnt/bridge.sock")) {
      bridge.closeAfter(Duration.ofMinutes(1));
      see("the next process cancels its talk", List.of("muted", "1108"), bridge.join());
    }
    next.destroy();
    next.waitFor();
  }

  /** Tests the whole agent with a contact that bounces. */
  private void bounces(Bridge bridge) throws IOException {
    var what = AGENT_TRAINS + " random bounce trains through the agent, those that were wrong";
    int heldUp = 0;
    var wrong = new ArrayList<String>();
    for (int seed = 1; seed - heldUp <= AGENT_TRAINS && heldUp < AGENT_TRAINS; seed++) {
      var random = new Random(seed);
      long nanos = Machine.bounce(true, train(random));
      Machine.pause(60);
      nanos = Math.max(nanos, Machine.bounce(false, train(random)));
      var seen = frames(bridge).stream().filter(word -> word.startsWith("110")).toList();
      if (nanos > TRAIN_LONGEST_NANOS) {
        heldUp++;
        Machine.pause(60); // it may have been two presses: further frames are ignored
        bridge.call("QueryDevice", "{\"type\":\"volume\"}");
      } else if (!seen.equals(List.of("1106", "1108"))) {
        wrong.add("seed " + seed + " " + seen);
      }
    }
    if (heldUp == AGENT_TRAINS && wrong.isEmpty()) {
      skip(what, "the machine is too busy to keep the time of a train");
      return;
    }
    see(what, List.of(), wrong);
    note(heldUp + " more were left out, as the machine was held up");
  }

  /**
   * The times at which the contact changes: 0, and then an even number of times within a random
   * length.
   */
  private static long[] train(Random random) {
    int micros = 1 + random.nextInt(TRAIN_MICROS);
    return random
        .ints(2L * random.nextInt(8), 0, micros)
        .sorted()
        .mapToLong(TimeUnit.MICROSECONDS::toNanos)
        .collect(
            () -> new ArrayList<>(List.of(0L)), ArrayList<Long>::add, ArrayList<Long>::addAll)
        .stream()
        .mapToLong(Long::longValue)
        .toArray();
  }

  private List<String> press(Bridge bridge, long millis) throws IOException {
    Machine.press();
    Machine.pause(millis);
    Machine.release();
    return frames(bridge);
  }

  /** The frames of a press that is over, up to the frame that ends it. */
  private static List<String> frames(Bridge bridge) throws IOException {
    var seen = new ArrayList<String>();
    while (seen.isEmpty() || !seen.getLast().startsWith("110") || seen.getLast().equals("1106")) {
      seen.add(Bridge.word(bridge.next()));
    }
    Machine.pause(40);
    return seen;
  }

  private void lights(Bridge bridge) throws IOException {
    bridge.call("ControlDevice", "{\"device\":\"light\",\"state\":\"on\"}");
    see("a light", "1", Machine.level(5));
    bridge.call("ControlDevice", "{\"device\":\"low\",\"state\":\"on\"}");
    see("a light that is lit by a low line", "0", Machine.level(6));
  }

  /** Compares the volume of the agent with that of amixer, and removes and restores the card. */
  private void sound(Bridge bridge) throws Exception {
    volume(bridge, "SetVolume", 80);
    var removal = Machine.removeCard();
    see("the card is there after it was taken away", false, Machine.hasCard());
    var answer = bridge.call("SetVolume", "{\"volume\":30}");
    see("SetVolume without the card", "device_absent", field(answer, "error"));
    note(field(answer, "message"));
    see("a tap whose microphone is not there", List.of("1106", "1108"), press(bridge, 100));
    see("the agent let go of it", true, removal.waitFor(5, TimeUnit.SECONDS));
    Machine.putCardBack();
    see("the card is there after it was put back", true, Machine.hasCard());
    volume(bridge, "SetVolume with the card put back,", 40);
  }

  private void volume(Bridge bridge, String what, int percent) throws Exception {
    var answer = bridge.call("SetVolume", "{\"volume\":%d}".formatted(percent));
    see(what + " " + percent + ": its result", String.valueOf(percent), field(answer, "volume"));
    see(what + " " + percent + ": amixer -M", String.valueOf(percent), Machine.amixer());
  }

  private void end(Process agent, Bridge bridge) throws Exception {
    Machine.press();
    bridge.until("open");
    agent.destroy();
    see("the end of the process within a talk", "1108", Bridge.word(bridge.until("1108")));
    see("it ends", true, agent.waitFor(5, TimeUnit.SECONDS));
    see("its exit code", 0, agent.exitValue());
    Machine.release();
  }

  private void compare(List<Long> agent) throws Exception {
    if (!Files.exists(Path.of("/usr/bin/gpiomon"))) {
      skip("the latency beside gpiomon's", "gpiomon is not installed (package gpiod)");
      return;
    }
    var gpiomon = Latency.ofGpiomon();
    note("from the line to what is said of it, us; up to 1000 are gpio-sim's tick, and each call");
    note("of this kernel costs some 15, for either");
    System.out.printf("        %-32s %5s %5s %5s%n", "", "p50", "p99", "worst");
    Latency.print("the agent's 1106 at the bridge", agent);
    Latency.print("gpiomon's line at a pipe", gpiomon);
    see("both were measured", agent.size(), gpiomon.size());
  }

  /** Tests only the driver and the debounce, on many lines in parallel. */
  private void trains(String count, String seed) throws Exception {
    var what = count + " random bounce trains on " + TRAIN_LINES + " lines, and flat memory";
    var tests = checkout.resolve("device-agent/target/test-classes");
    if (!Files.exists(tests)) {
      skip(what, "the tests are not compiled");
      return;
    }
    // The options of the launcher, but with a class path that has the test's own classes.
    var process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xshare:auto",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Xss512k",
                "-Xmx48m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                tests + ":" + checkout.resolve("device-agent/target/lib") + "/*",
                "dev.deviceagent.agent.core.BounceTrains",
                "trains-sim",
                Machine.chip("gpio-sim.1").toString(),
                String.valueOf(TRAIN_LINES),
                count,
                seed)
            .redirectErrorStream(true)
            .start();
    try (var out = process.inputReader()) {
      out.lines().forEach(Check::note);
    }
    int code = process.waitFor();
    if (code == 3) {
      skip(what, "the machine is too busy to keep the time of so many");
    } else {
      see(what, 0, code);
    }
  }

  /** A value of flat JSON, without its quotes; "none" if it is absent. */
  private static String field(String json, String name) {
    int at = json.indexOf("\"" + name + "\":");
    return at < 0 ? "none" : json.substring(at + name.length() + 3).split("[,}]")[0].replace("\"", "");
  }

  private static void note(String what) {
    System.out.println("        " + what);
  }

  private void skip(String what, String because) {
    System.out.println("skip  " + what + ", because " + because);
    skipped++;
  }

  private void see(String what, Object wanted, Object seen) {
    boolean isRight = wanted.equals(seen);
    System.out.println((isRight ? "ok    " : "WRONG ") + what + ": " + seen);
    if (isRight) {
      passed++;
    } else {
      failed++;
    }
  }
}
