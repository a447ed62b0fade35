package dev.deviceagent.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.codec.Fields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A cloud that sends up to 10,000 messages a second of one kind. The button still works, memory
 * does not grow, and every message is counted. {@code -Dstress.seconds=30} runs the long form,
 * which requires the times of an idle machine.
 */
class FloodIT {
  private static final int SECONDS = Integer.getInteger("stress.seconds", 3);
  private static final boolean IS_LONG = SECONDS >= 30;
  private static final int MESSAGES_A_SECOND = 10_000;

  /** In the short form, parallel tests may slow the machine down; the defect would take seconds. */
  private static final Duration START_MOST = Duration.ofMillis(IS_LONG ? 20 : 300);

  private static final Duration END_MOST = Duration.ofMillis(IS_LONG ? 60 : 400);
  private static final long GROWTH_BYTES_MOST = 24 * 1024 * 1024;
  private static final String LAST = "after the flood";
  private static final long HOLD_NANOS = 60_000_000;

  /** The kinds of message in a flood. */
  @SuppressWarnings("ImmutableEnumChecker") // the bytes never change
  enum Kind {
    EVENTS(false, "event\0{\"event\":\"audio.agent.speech_started\"}"),
    STATES(
        false, "{\"type\":1001,\"data\":{\"state\":2}}", "{\"type\":1001,\"data\":{\"state\":3}}"),
    UNKNOWN_TOOL(false, tool("\"id\":\"\"", "x".repeat(256), 1)),
    NAME_TOO_LONG(false, tool("\"id\":\"\"", "x".repeat(60_000), 1)),
    MANY_CALLS(false, tool("\"id\":\"\"", "SetVolume", 64)),
    TOO_MANY_CALLS(true, tool("\"id\":\"\"", "SetVolume", 600)),
    LONG_IDS(false, volcTool("y".repeat(256))),
    IDS_TOO_LONG(false, volcTool("y".repeat(60_000))),
    ANNOUNCEMENT_OF_ONE_WORD(
        false, "{\"type\":1011,\"data\":{\"message\":\"" + "w".repeat(60_000) + "\"}}"),
    PINGS(
        false, "mcp\0{\"jsonrpc\":\"2.0\",\"id\":\"" + "p".repeat(200) + "\",\"method\":\"ping\"}"),
    PINGS_TOO_LONG(
        true,
        "mcp\0{\"jsonrpc\":\"2.0\",\"id\":\"" + "p".repeat(60_000) + "\",\"method\":\"ping\"}"),
    MANY_VALUES(true, "{\"type\":\"a\",\"data\":[" + "1,".repeat(30_000) + "1]}"),
    DEEP(true, "{\"type\":1001,\"data\":" + "[".repeat(30_000)),
    NONSENSE(true, "nonsense", "{", "\1\2\3");

    private final boolean isRejected;
    private final List<byte[]> messages;

    Kind(boolean isRejected, String... messages) {
      this.isRejected = isRejected;
      this.messages =
          List.of(messages).stream()
              .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
              .toList();
    }

    private static String tool(String id, String name, int calls) {
      var call =
          "{%s,\"function\":{\"name\":\"%s\",\"arguments\":\"{\\\"volume\\\":46}\"}}"
              .formatted(id, name);
      var all = IntStream.range(0, calls).mapToObj(_ -> call).collect(Collectors.joining(","));
      return "{\"uid\":1,\"type\":\"tool\",\"data\":{\"toolCalls\":[" + all + "]}}";
    }

    private static String volcTool(String id) {
      var json =
          "{\"tool_calls\":[{\"id\":\"%s\",\"function\":{\"name\":\"SetVolume\",\"arguments\":\"{}\"}}]}"
              .formatted(id);
      var header = ByteBuffer.allocate(8).put("tool".getBytes(StandardCharsets.US_ASCII));
      header.putInt(json.length());
      return new String(header.array(), StandardCharsets.ISO_8859_1) + json;
    }
  }

  @TempDir Path folder;

  private final AtomicBoolean isOver = new AtomicBoolean();
  private final List<Long> starts = new ArrayList<>();
  private final List<Long> ends = new ArrayList<>();
  private final BlockingQueue<Frame> frames = new LinkedBlockingQueue<>();
  private long sent;

  @ParameterizedTest
  @EnumSource
  void theButtonIsAnsweredAndNothingGrows(Kind kind) throws Exception {
    try (var agent =
            AgentProcess.start(folder, "  speak: volcengine\npush_to_talk: {shortest: 20ms}");
        var bridge = agent.joined()) {
      Thread.ofVirtual().start(() -> read(bridge));
      var before = agent.status();
      long bytesBefore = residentBytes(agent);
      var flood = Thread.ofVirtual().start(() -> flood(kind, bridge));
      long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos();
      while (System.nanoTime() < end) {
        talk(agent);
      }
      isOver.set(true);
      flood.join();
      bridge.message("mcp\0{\"jsonrpc\":\"2.0\",\"id\":\"" + LAST + "\",\"method\":\"ping\"}");
      await(LAST);
      var after = agent.status();
      long growth = residentBytes(agent) - bytesBefore;
      print(kind, growth);
      assertEquals(sent, count(after, "messagesIn") - count(before, "messagesIn") - 1);
      assertEquals(kind.isRejected ? sent : 0, count(after, "messagesRejected"));
      assertTrue(percentile(starts) <= START_MOST.toNanos(), "press to 1106");
      assertTrue(percentile(ends) <= END_MOST.toNanos(), "release to 1107");
      assertTrue(growth <= GROWTH_BYTES_MOST, "memory grew by " + growth + " bytes");
    }
  }

  private void flood(Kind kind, BridgePeer bridge) {
    long began = System.nanoTime();
    try {
      while (!isOver.get()) {
        bridge.frame(1, kind.messages.get((int) (sent % kind.messages.size())));
        sent++;
        long ahead = began + sent * 1_000_000_000L / MESSAGES_A_SECOND - System.nanoTime();
        if (ahead > 1_000_000) {
          LockSupport.parkNanos(ahead);
        }
      }
    } catch (IOException e) {
      throw new AssertionError("the agent ended the connection", e);
    }
  }

  /** Reads all that the agent sends, and records when the expected frames arrive. */
  private void read(BridgePeer bridge) {
    try {
      while (true) {
        var frame = bridge.next();
        if (frame.contains("\"type\":110") || frame.contains(LAST)) {
          frames.add(new Frame(frame, System.nanoTime()));
        }
      }
    } catch (IOException e) {
      frames.add(new Frame("the connection ended: " + e, System.nanoTime()));
    }
  }

  private record Frame(String text, long atNanos) {}

  private long await(String words) throws InterruptedException {
    var frame = frames.poll(AgentProcess.PATIENCE.toSeconds(), TimeUnit.SECONDS);
    assertTrue(frame != null && frame.text().contains(words), words + " and not " + frame);
    return frame.atNanos();
  }

  /** One press and release, each measured from before the command to the frame on the socket. */
  private void talk(AgentProcess agent) throws IOException, InterruptedException {
    long pressed = System.nanoTime();
    agent.button(true);
    starts.add(await("\"type\":1106") - pressed);
    LockSupport.parkNanos(HOLD_NANOS);
    long released = System.nanoTime();
    agent.button(false);
    ends.add(await("\"type\":1107") - released);
    LockSupport.parkNanos(HOLD_NANOS);
  }

  private static long count(Fields status, String counter) {
    return Long.parseLong(AgentProcess.text(status, "counters." + counter));
  }

  private static long residentBytes(AgentProcess agent) throws IOException {
    for (var line : Files.readAllLines(Path.of("/proc", String.valueOf(agent.pid()), "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
      }
    }
    throw new IOException("no VmRSS");
  }

  private static long percentile(List<Long> nanos) {
    var sorted = nanos.stream().sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, sorted.size() * 99 / 100));
  }

  private void print(Kind kind, long growth) {
    System.out.printf(
        Locale.ROOT,
        "%-24s %8d messages in %d s; %4d talks; press to 1106 p50 %5.1f p99 %5.1f ms, release to"
            + " 1107 p50 %5.1f p99 %5.1f ms; memory %+d KiB%n",
        kind,
        sent,
        SECONDS,
        starts.size(),
        millis(median(starts)),
        millis(percentile(starts)),
        millis(median(ends)),
        millis(percentile(ends)),
        growth / 1024);
  }

  private static long median(List<Long> nanos) {
    return nanos.stream().sorted().toList().get(nanos.size() / 2);
  }

  private static double millis(long nanos) {
    return nanos / 1e6;
  }
}
