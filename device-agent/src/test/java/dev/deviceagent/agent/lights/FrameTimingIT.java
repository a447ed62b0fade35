package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Strip;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.management.JMException;
import javax.management.ObjectName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * The render loop in real time: the cost of one minute of frames and of ten seconds without frames.
 * The test prints how late the frames were; {@link RenderLoopTest} checks when each is due, in
 * virtual time.
 */
@Timeout(180)
class FrameTimingIT {
  private static final int FRAMES = 60 * 60;
  private static final int WARM = 600;
  private static final String NAME = "frames";

  private final Recorder strip = new Recorder();
  private final Painter painter =
      new Painter(
          strip, ViewStates.THEME, QuietHours.none(80), () -> LocalDateTime.of(2026, 1, 1, 12, 0));
  private final Thread thread =
      new Threads(
              bug -> {
                throw new AssertionError(bug);
              })
          .platform(NAME, painter);

  /** A ring that records when each frame arrived, without allocating. */
  private static final class Recorder implements Strip {
    final long[] at = new long[WARM + FRAMES];
    volatile int frames;

    @Override
    public int pixels() {
      return 12;
    }

    @Override
    public void show(int[] rgb) {
      int frame = frames;
      at[frame % at.length] = System.nanoTime();
      frames = frame + 1;
    }

    @Override
    public String where() {
      return "test";
    }

    @Override
    public void probe() {}
  }

  @AfterEach
  void end() throws InterruptedException {
    painter.close();
    thread.join();
  }

  private void await(int frames) {
    while (strip.frames < frames) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  @Test
  void aMinuteOfFramesAllocatesNothing() throws Exception {
    painter.show(ViewState.in(State.SPEAKING).emotion("happy").build());
    await(WARM);
    long before = allocatedBytes();
    await(WARM + FRAMES);
    long bytes = allocatedBytes() - before;

    var late = new long[FRAMES - 1];
    long beat = TimeUnit.SECONDS.toNanos(1) / 60;
    for (int i = 0; i < late.length; i++) {
      int frame = WARM + i + 1;
      late[i] = Math.max(0, (strip.at[frame] - strip.at[frame - 1] - beat) / 1000);
    }
    Arrays.sort(late);
    System.out.printf(
        "%d frames, 60 a second: late by %.0f us on average, p99 %d, worst %d; %d bytes"
            + " allocated%n",
        FRAMES,
        Arrays.stream(late).average().orElseThrow(),
        late[late.length * 99 / 100],
        late[late.length - 1],
        bytes);
    assertEquals(0, bytes, "bytes allocated");
  }

  @Test
  void aStillPictureIsNoFrameAndNoWakeUp() throws Exception {
    painter.show(ViewState.in(State.IDLE).lamp(Colour.of(0x102030)).build());
    int frames = strip.frames;
    do { // the crossfade
      frames = strip.frames;
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
    } while (strip.frames != frames);
    long switches = switches();
    LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(10));
    long woken = switches() - switches;
    System.out.printf(
        "a still picture, ten seconds: %d frames, %d wake-ups%n", strip.frames - frames, woken);
    assertEquals(frames, strip.frames);
    assertEquals(0, woken);
  }

  /** Bytes that the render thread has allocated since it started, from HotSpot's thread bean. */
  private long allocatedBytes() throws JMException {
    return (long)
        ManagementFactory.getPlatformMBeanServer()
            .invoke(
                new ObjectName(ManagementFactory.THREAD_MXBEAN_NAME),
                "getThreadAllocatedBytes",
                new Object[] {thread.threadId()},
                new String[] {"long"});
  }

  /** How often the kernel has scheduled the render thread. */
  private static long switches() throws IOException {
    try (var tasks = Files.newDirectoryStream(Path.of("/proc/self/task"))) {
      for (var task : tasks) {
        if (Files.readString(task.resolve("comm")).strip().equals(NAME)) {
          return Files.readAllLines(task.resolve("status")).stream()
              .filter(line -> line.contains("ctxt_switches"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
        }
      }
    }
    throw new IOException("no thread is called " + NAME);
  }
}
