package dev.deviceagent.agent.core;

import dev.deviceagent.agent.core.Debounce.Change;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The contact of one button on a gpio-sim line, which closes and opens with random bounces, and
 * what the driver and {@link Debounce} reported. The main thread moves the contact; the core thread
 * passes it the edges.
 */
final class BouncingContact {
  /**
   * A train is shorter than the debounce time by 1 ms: gpio-sim reports an edge up to one tick
   * late.
   */
  private static final long LONGEST_NANOS = Debounce.DEAF.minusMillis(1).toNanos();

  private static final long QUIET_NANOS = Duration.ofMillis(28).toNanos();
  private static final long PATIENCE_NANOS = Duration.ofSeconds(1).toNanos();
  private static final int BOUNCES_MOST = 16;

  // The line is pulled up, and a press makes it low.
  private static final byte[] CLOSED = "pull-down".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] OPEN = "pull-up".getBytes(StandardCharsets.US_ASCII);

  /** The result of one press and one release with all their bounces. */
  enum Verdict {
    RIGHT,
    WRONG,
    /**
     * No result: the machine was delayed. Either the train became longer than the debounce time, or
     * bounces were reported after that time had ended.
     */
    HELD_UP
  }

  /** An edge as the driver reported it. */
  private record Edge(boolean closed, long atNanos) {}

  /** A press or a release: the times of its level changes, relative to its first edge. */
  private static final class Train {
    private final long[] atNanos;

    Train(long... atNanos) {
      this.atNanos = atNanos;
    }

    /** An even number of bounces, so that the train ends at the level of its first edge. */
    static Train of(Random random) {
      long length = 1 + random.nextLong(LONGEST_NANOS);
      var at = new long[1 + 2 * random.nextInt(BOUNCES_MOST / 2 + 1)];
      for (int i = 1; i < at.length; i++) {
        at[i] = random.nextLong(length);
      }
      Arrays.sort(at);
      return new Train(at);
    }

    @Override
    public String toString() {
      return Arrays.stream(atNanos).mapToObj(at -> at / 1000 + " us").toList().toString();
    }
  }

  private final FileChannel pull;
  private final Debounce debounce = new Debounce();
  private final List<Edge> edges = new ArrayList<>();
  private final List<Change> changes = new ArrayList<>();
  private long settledNanos;
  private boolean wasToldLate;

  private long seed;
  private Train press = new Train();
  private Train release = press;
  private long holdNanos;
  private int step;
  private long startNanos;
  private long releasedNanos;
  private long dueNanos;

  /**
   * @param line its folder in sysfs
   */
  BouncingContact(Path line) throws IOException {
    pull = FileChannel.open(line.resolve("pull"), StandardOpenOption.WRITE);
    pull(OPEN);
  }

  /** Begins another press and release; the same seed gives the same pair. */
  void begin(long seed, long nowNanos) {
    var random = new Random(seed);
    this.seed = seed;
    press = Train.of(random);
    release = Train.of(random);
    holdNanos = QUIET_NANOS + random.nextLong(QUIET_NANOS / 2);
    step = 0;
    dueNanos = nowNanos + random.nextLong(QUIET_NANOS / 2);
    synchronized (this) {
      edges.clear();
      changes.clear();
      wasToldLate = false;
    }
  }

  /** When {@link #move} is next due. */
  long dueNanos() {
    return dueNanos;
  }

  /** Moves the contact; returns the result after the last move. */
  Optional<Verdict> move(long nowNanos) throws IOException {
    int released = step - press.atNanos.length;
    if (released >= release.atNanos.length) {
      return verdict(nowNanos);
    }
    var train = released < 0 ? press : release;
    int index = released < 0 ? step : released;
    pull((released < 0) == (index % 2 == 0) ? CLOSED : OPEN);
    if (index == 0) {
      startNanos = nowNanos; // the actual start, which may be late
    }
    if (released == 0) {
      releasedNanos = nowNanos;
    }
    step++;
    if (index + 1 < train.atNanos.length) {
      dueNanos = startNanos + train.atNanos[index + 1];
    } else {
      dueNanos = nowNanos + (released < 0 ? holdNanos : QUIET_NANOS);
    }
    return Optional.empty();
  }

  private synchronized Optional<Verdict> verdict(long nowNanos) {
    boolean isRight =
        changes.size() == 2 && changes.getFirst().pressed() && !changes.getLast().pressed();
    boolean isHeldUp = isStretched(true) || isStretched(false) || (!isRight && wasToldLate);
    if ((isHeldUp || !isRight) && nowNanos - releasedNanos < PATIENCE_NANOS) {
      dueNanos = nowNanos + QUIET_NANOS; // later edges must not count for the next pair
      return Optional.empty();
    }
    if (isHeldUp) {
      return Optional.of(Verdict.HELD_UP);
    }
    return Optional.of(isRight ? Verdict.RIGHT : Verdict.WRONG);
  }

  /** Whether the kernel saw bounces after the debounce time. */
  private boolean isStretched(boolean ofPress) {
    var times =
        edges.stream()
            .mapToLong(Edge::atNanos)
            .filter(at -> at < releasedNanos == ofPress)
            .summaryStatistics();
    return times.getMax() - times.getMin() >= Debounce.DEAF.toNanos();
  }

  /** Passes an edge from the driver; core thread only. */
  synchronized void hear(boolean closed, long atNanos) {
    edges.add(new Edge(closed, atNanos));
    wasToldLate |= atNanos < settledNanos;
    debounce.edge(closed, atNanos).ifPresent(changes::add);
    if (debounce.isOverdue(atNanos)) { // it is now at least that late
      tick(atNanos);
    }
  }

  /** Core thread only; called when no edge waits. */
  synchronized void tick(long nowNanos) {
    if (debounce.deadlineNanos() <= nowNanos) {
      settledNanos = nowNanos;
    }
    debounce.tick(nowNanos).ifPresent(changes::add);
  }

  /** When {@link #tick} is next due; core thread only. */
  synchronized long deadlineNanos() {
    return debounce.deadlineNanos();
  }

  private void pull(byte[] how) throws IOException {
    pull.write(ByteBuffer.wrap(how), 0); // the kernel reads each write to this file as one value
  }

  /** The pair, its movements and the reported edges, for diagnosis. */
  @Override
  public synchronized String toString() {
    return "seed %d: press %s, held %d us, release %s; heard %s; made of it %s"
        .formatted(seed, press, holdNanos / 1000, release, edges, changes);
  }
}
