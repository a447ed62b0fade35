package dev.deviceagent.machine.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.deviceagent.machine.Polling;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.TestReporter;

/** Presses a button whose contact bounces, and checks that the whole agent hears one press. */
final class BouncingButton {
  private static final int TRAINS = 200;

  // The debounce ignores edges for 25 ms. The agent shares its one processor with this program, so
  // some of that time must remain for it to receive the last edge. BounceTrains tests trains of the
  // full 25 ms: it knows when each edge was received.
  private static final int TRAIN_MICROS = 17_000;
  private static final long TRAIN_LONGEST_NANOS = 21_000_000;

  /** A press of more than 500 ms is a talk, and no tap. */
  private static final long HELD_LONGEST_NANOS = 400_000_000;

  private static final Duration BETWEEN = Duration.ofMillis(60);

  private final KernelAgent agent;

  BouncingButton(KernelAgent agent) {
    this.agent = agent;
  }

  /** Presses with {@value #TRAINS} random trains that kept their time. */
  void press(TestReporter reporter) throws IOException {
    int heldUp = 0;
    var wrong = new ArrayList<String>();
    for (int seed = 1; seed - heldUp <= TRAINS && heldUp < TRAINS; seed++) {
      var random = new Random(seed);
      long pressed = System.nanoTime();
      long nanos = KernelHardware.bounce(true, train(random));
      Polling.pause(BETWEEN);
      nanos = Math.max(nanos, KernelHardware.bounce(false, train(random)));
      long held = System.nanoTime() - pressed;
      var words = agent.endOfPress().stream().filter(word -> word.startsWith("110")).toList();
      if (nanos > TRAIN_LONGEST_NANOS || held > HELD_LONGEST_NANOS) {
        heldUp++;
        Polling.pause(BETWEEN); // it may have been two presses: further frames are ignored
        agent.bridge.call("QueryDevice", "{\"type\":\"volume\"}");
      } else if (!words.equals(List.of("1106", "1108"))) {
        wrong.add("seed %d, held for %d ms: %s".formatted(seed, held / 1_000_000, words));
      }
    }
    reporter.publishEntry(
        "%d random bounce trains; %d more were left out, as the machine was held up"
            .formatted(TRAINS, heldUp));
    assertEquals(List.of(), wrong);
    assumeTrue(heldUp < TRAINS, "the machine is too busy to keep the time of a train");
  }

  /**
   * The times at which the contact changes: 0, and then an even number of times within a random
   * length.
   */
  private static long[] train(Random random) {
    int micros = 1 + random.nextInt(TRAIN_MICROS);
    var later =
        random
            .ints(2L * random.nextInt(8), 0, micros)
            .sorted()
            .mapToLong(TimeUnit.MICROSECONDS::toNanos);
    return LongStream.concat(LongStream.of(0), later).toArray();
  }
}
