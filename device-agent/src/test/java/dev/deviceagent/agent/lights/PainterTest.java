package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.runtime.Threads;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The render loop on its thread: the strip blocks it until the test has taken the frame. */
@Timeout(20)
class PainterTest {
  private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 1, 12, 0);

  private final BlockingQueue<int[]> pictures = new SynchronousQueue<>();
  private final AtomicReference<@Nullable Throwable> bug = new AtomicReference<>();
  private volatile boolean isBroken;
  private final Painter painter =
      new Painter(new Shown(), ViewStates.THEME, QuietHours.none(100), () -> NOON);
  private final Thread thread = new Threads(bug::set).platform("lights", painter);

  /** Three pixels; each frame goes to the test. */
  private final class Shown implements Strip {
    @Override
    public int pixels() {
      return 3;
    }

    @Override
    public void show(int[] rgb) throws HalException {
      boolean fails = isBroken;
      try {
        pictures.put(rgb.clone());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      if (fails) {
        throw new HalException(HalException.Kind.FAILED, "ring", "is torn off", "put it back");
      }
    }

    @Override
    public String where() {
      return "test";
    }

    @Override
    public void probe() {}
  }

  private static ViewState lamp(int rgb) {
    return ViewState.in(State.IDLE).lamp(Colour.of(rgb)).build();
  }

  private static int[] three(int rgb) {
    return new int[] {rgb, rgb, rgb};
  }

  private int[] next() throws InterruptedException {
    return taken(pictures.poll(10, TimeUnit.SECONDS), "a picture");
  }

  private static int[] taken(int @Nullable [] value, String what) {
    if (value == null) {
      throw new AssertionError("no " + what);
    }
    return value;
  }

  @AfterEach
  void end() throws InterruptedException {
    painter.close();
    while (thread.isAlive()) {
      pictures.poll(10, TimeUnit.MILLISECONDS);
    }
    assertNull(bug.get());
  }

  @Test
  void itShowsWhatItIsToldUntilItIsToldOtherwise() throws Exception {
    assertArrayEquals(three(0), next());
    painter.show(lamp(0x402030));
    fadesTo(three(0x402030));
    painter.show(lamp(0x402030));
    rests("the same again is not painted again");
    painter.show(lamp(0x104031));
    fadesTo(three(0x104031));
    rests("a still picture costs no frame");
  }

  /**
   * At the end of a crossfade the same frame may arrive once or twice more; then no frame follows.
   */
  private void rests(String why) throws InterruptedException {
    int frames = 0;
    while (pictures.poll(200, TimeUnit.MILLISECONDS) != null) {
      assertTrue(++frames < 10, why);
    }
  }

  /** Some intermediate frames, starting with one that differs, and finally this frame. */
  private void fadesTo(int[] wanted) throws InterruptedException {
    int frames = 0;
    while (!Arrays.equals(next(), wanted)) {
      assertTrue(++frames < 600, "it does not end");
    }
    assertTrue(frames > 3, "it fades");
  }

  @Test
  void theFirstFrameOfAChangeIsSeenAtOnce() throws Exception {
    assertArrayEquals(three(0), next());
    painter.show(lamp(0xFFFFFF));
    assertNotEquals(0, next()[0]);
  }

  @Test
  void theMicrophoneIsSeenAtOnce() throws Exception {
    next();
    painter.show(ViewState.in(State.LISTENING).microphoneOpen(true).talking(true).build());
    assertEquals(Scene.OPEN, next()[0]);
  }

  @Test
  void whatMovesIsPaintedAgainAndAgain() throws Exception {
    assertArrayEquals(three(0), next());
    painter.show(ViewState.of(State.THINKING));
    for (int i = 0; i < 10; i++) {
      next();
    }
  }

  @Test
  void closedItGoesDarkAndEnds() throws Exception {
    next();
    painter.show(lamp(0x102030));
    next();
    painter.close();
    assertArrayEquals(three(0), next());
    assertTrue(thread.join(Duration.ofSeconds(10)));
  }

  @Test
  void itTellsWhatTheStripTook() throws Exception {
    next();
    painter.show(lamp(0x102030));
    next();
    painter.close();
    next();
    assertTrue(thread.join(Duration.ofSeconds(10)));
    assertEquals(List.of("#000000", "#000000", "#000000"), painter.leds());
  }

  @Test
  void aStripThatTakesNothingIsUnknown() throws Exception {
    isBroken = true;
    next();
    painter.close();
    next();
    assertTrue(thread.join(Duration.ofSeconds(10)));
    assertNull(painter.leds());
  }
}
