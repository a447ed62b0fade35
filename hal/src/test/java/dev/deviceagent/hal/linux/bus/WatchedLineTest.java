package dev.deviceagent.hal.linux.bus;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.pi4j.Pi4J;
import com.pi4j.io.gpio.digital.DigitalInput;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A watched line, with a pipe instead of the kernel's line: it ends after the first events. */
@Timeout(20)
class WatchedLineTest {
  private static final int RISING = 1;
  private static final int FALLING = 2;

  @TempDir Path folder;

  private final List<String> edges = new ArrayList<>();
  private int pipe;
  private WatchedLine line;

  @BeforeEach
  void open() throws Exception {
    var path = folder.resolve("line");
    assertEquals(0, new ProcessBuilder("mkfifo", path.toString()).start().waitFor());
    pipe = Libc.open(path.toString(), Libc.O_RDWR | Libc.O_CLOEXEC);
    line = new WatchedLine(new GpioLine(Node.of(path, "gpio", "see dmesg"), pipe));
  }

  /** Sends what the kernel sends: struct gpio_v2_line_event of include/uapi/linux/gpio.h. */
  private void send(long firstNanos, long secondNanos) {
    try (var arena = Arena.ofConfined()) {
      var events = arena.allocate(2 * 48, Long.BYTES);
      events.set(JAVA_LONG, 0, firstNanos);
      events.set(JAVA_INT, 8, RISING);
      events.set(JAVA_LONG, 48, secondNanos);
      events.set(JAVA_INT, 48 + 8, FALLING);
      assertEquals(96, Libc.write(pipe, events, 96));
    }
  }

  @Test
  void everyEdgeHasTheTimestampOfTheKernel() {
    line.listen((isHigh, atNanos) -> edges.add(isHigh + " at " + atNanos));
    send(123_456_789_012_345L, 123_456_789_012_346L);
    line.watch();
    assertEquals(List.of("true at 123456789012345", "false at 123456789012346"), edges);
  }

  @Test
  void pi4jsListenersHearTheSameEdges() {
    var pi4j = Pi4J.newContextBuilder().build();
    try {
      var provider = new GpioInputs(new GpioChips(folder, List.of()), Thread::new);
      var config = DigitalInput.newConfigBuilder(pi4j).id("talk").bcm(17).build();
      var input = new GpioInputs.Input(provider, config, line);
      input.addListener(event -> edges.add("Pi4J " + event.state()));
      input.line().listen((isHigh, _) -> edges.add("line " + isHigh));
      send(1, 2);
      line.watch();
    } finally {
      pi4j.shutdown();
    }
    assertEquals(List.of("Pi4J HIGH", "line true", "Pi4J LOW", "line false"), edges);
  }
}
