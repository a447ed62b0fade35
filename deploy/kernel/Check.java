import java.io.DataInputStream;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The checks themselves, run inside the tests' kernel; it knows only what any bridge knows. */
public final class Check {
  private static final Path LINES = Path.of("/sys/devices/platform/gpio-sim.0/gpiochip0");
  private static final int TRAINS = 100;

  private final SocketChannel channel;
  private final DataInputStream in;
  private final List<String> failures = new ArrayList<>();
  private int passed;

  private Check(SocketChannel channel) {
    this.channel = channel;
    this.in = new DataInputStream(Channels.newInputStream(channel));
  }

  public static void main(String[] arguments) throws Exception {
    pull("pull-up"); // a button that nobody presses
    var agent =
        new ProcessBuilder(arguments[0], "run", "--config", "agent.yaml")
            .redirectErrorStream(true)
            .redirectOutput(Path.of("/mnt/log").toFile())
            .start();
    while (!Files.exists(Path.of("/mnt/control.sock")) && agent.isAlive()) {
      pause(20);
    }
    try (var channel = SocketChannel.open(UnixDomainSocketAddress.of("/mnt/bridge.sock"))) {
      var check = new Check(channel);
      check.all(agent);
      System.out.println(check.passed + " passed, " + check.failures.size() + " failed");
    } catch (IOException e) {
      System.out.println(e + "\n" + Files.readString(Path.of("/mnt/log")));
      System.out.println("0 passed, 1 failed");
    }
  }

  private void all(Process agent) throws Exception {
    frame(2, "{\"link\":\"joined\"}");
    until("1105");
    see("a press of 700 ms", List.of("1106", "open", "muted", "1107"), press(700, 0));
    see("a tap", List.of("1106", "open", "muted", "1108"), press(100, 0));

    var random = new Random(1);
    int wrong = 0;
    for (int i = 0; i < TRAINS; i++) {
      if (!press(80, random.nextInt(12)).equals(List.of("1106", "open", "muted", "1108"))) {
        wrong++;
      }
    }
    see(TRAINS + " presses that bounce, wrong", 0, wrong);

    var millis = new ArrayList<Long>();
    for (int i = 0; i < 50; i++) {
      long start = System.nanoTime();
      pull("pull-down");
      until("1106");
      millis.add((System.nanoTime() - start) / 1_000);
      pause(60);
      pull("pull-up");
      until("1108");
      pause(40);
    }
    millis.sort(null);
    System.out.println(
        "from the line to 1106, us: p50 " + millis.get(25) + ", worst " + millis.getLast());

    call("ControlDevice", "{\"device\":\"light\",\"state\":\"on\"}");
    see("a light", "1", value(5));
    call("ControlDevice", "{\"device\":\"low\",\"state\":\"on\"}");
    see("a light that is lit by a low line", "0", value(6));
    var volume = call("SetVolume", "{\"volume\":80}");
    see("the volume that was read back", true, volume.contains("\"volume\":80"));
    var battery = call("QueryDevice", "{\"type\":\"battery\"}");
    see("the kernel's test battery", true, battery.contains("\"percent\":50"));

    pull("pull-down");
    until("open");
    agent.destroy();
    see("the end of the process within a talk", "1108", number(until("1108")));
    see("it ends", true, agent.waitFor(5, TimeUnit.SECONDS));
    see("its exit code", 0, agent.exitValue());
  }

  private void see(String what, Object wanted, Object seen) {
    boolean isRight = wanted.equals(seen);
    System.out.println((isRight ? "ok    " : "WRONG ") + what + ": " + seen);
    if (isRight) {
      passed++;
    } else {
      failures.add(what);
    }
  }

  /** Presses, each edge with some bounces, and tells what came of it by the last frame. */
  private List<String> press(long millis, int bounces) throws IOException {
    bounce("pull-down", bounces);
    pause(millis);
    bounce("pull-up", bounces);
    var seen = new ArrayList<String>();
    while (seen.isEmpty() || !seen.getLast().startsWith("110") || seen.getLast().equals("1106")) {
      seen.add(number(next()));
    }
    pause(40);
    return seen;
  }

  private static void bounce(String to, int times) throws IOException {
    var from = to.equals("pull-up") ? "pull-down" : "pull-up";
    for (int i = 0; i < times; i++) {
      pull(to);
      pull(from);
    }
    pull(to);
  }

  /** What a frame is about, in a word. */
  private static String number(String frame) {
    for (var word : List.of("1106", "1107", "1108", "open", "muted")) {
      if (frame.contains(word)) {
        return word;
      }
    }
    return frame;
  }

  private String call(String tool, String arguments) throws IOException {
    frame(
        1,
        "mcp\0{\"jsonrpc\":\"2.0\",\"id\":\"%s\",\"method\":\"tools/call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}"
            .formatted(tool + arguments.hashCode(), tool, arguments));
    return until(tool + arguments.hashCode()).replace("\\", ""); // JSON in JSON in JSON
  }

  private void frame(int kind, String text) throws IOException {
    var body = text.getBytes(StandardCharsets.UTF_8);
    channel.write(
        ByteBuffer.allocate(5 + body.length).putInt(1 + body.length).put((byte) kind).put(body).flip());
  }

  private String next() throws IOException {
    int length = in.readInt();
    return new String(in.readNBytes(length), StandardCharsets.UTF_8);
  }

  private String until(String words) throws IOException {
    var frame = next();
    while (!frame.contains(words)) {
      frame = next();
    }
    return frame;
  }

  private static void pull(String how) throws IOException {
    Files.writeString(LINES.resolve("sim_gpio17/pull"), how);
  }

  private static String value(int line) throws IOException {
    return Files.readString(LINES.resolve("sim_gpio" + line + "/value")).strip();
  }

  private static void pause(long millis) {
    LockSupport.parkNanos(millis * 1_000_000);
  }
}
