package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** When the render loop renders the frames of a strip, in virtual time. */
class RenderLoopTest {
  private static final int PIXELS = 12;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long FRAME = SECOND / 60;
  private static final ViewState SPEAKING = ViewState.in(State.SPEAKING).emotion("happy").build();
  private static final ViewState LAMP = ViewState.in(State.IDLE).lamp(Colour.of(0x102030)).build();

  private long now = System.nanoTime();
  private final Slow strip = new Slow();
  private final Painter painter =
      new Painter(
          strip, ViewStates.THEME, QuietHours.none(100), () -> LocalDateTime.of(2026, 1, 1, 12, 0));
  private final RenderLoop<ViewState> loop =
      new RenderLoop<>("the light", painter::paint, () -> now);

  /** A strip whose output takes time. */
  private final class Slow implements Strip {
    private int[] shown = new int[0];
    private long takesNanos;
    private boolean isBroken;

    @Override
    public int pixels() {
      return PIXELS;
    }

    @Override
    public void show(int[] rgb) throws HalException {
      now += takesNanos;
      shown = rgb.clone();
      if (isBroken) {
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

  private static int[] picture(ViewState view, long nanos) {
    var scene = Scene.of(view, ViewStates.THEME);
    var picture = new int[PIXELS];
    Arrays.setAll(picture, pixel -> scene.paint(pixel, PIXELS, nanos, Voice.calm(nanos)));
    return picture;
  }

  @Test
  void aMinuteOfFramesIsOnTimeHoweverLateTheThreadWakes() {
    var random = new Random(1);
    strip.takesNanos = FRAME / 8;
    loop.show(SPEAKING);
    long begin = now;
    for (int frame = 0; frame < 60 * 60; frame++) {
      long due = loop.turn();
      assertEquals(begin + (frame + 1) * FRAME, due, "frame " + frame);
      if (frame > 60) { // the crossfade is over
        assertArrayEquals(picture(SPEAKING, due - FRAME), strip.shown, "frame " + frame);
      }
      now = due + random.nextLong(FRAME / 2);
    }
  }

  @Test
  void aSlowStripSkipsFramesAndShowsThePresent() {
    strip.takesNanos = 5 * FRAME / 2;
    loop.show(SPEAKING);
    for (int frame = 0; frame < 600; frame++) {
      long begun = now;
      assertEquals(begun + strip.takesNanos, loop.turn(), "immediately");
      if (frame > 60) {
        assertArrayEquals(picture(SPEAKING, begun), strip.shown, "frame " + frame);
      }
    }
  }

  @Test
  void aStillPictureIsNotDueAgainAndAnotherIsPaintedAtOnce() {
    loop.show(LAMP);
    long due = loop.turn();
    int frames = 1;
    while (due != RenderLoop.NEVER) {
      now = due;
      due = loop.turn();
      assertTrue(++frames < 60, "it rests after the fade");
    }
    assertArrayEquals(picture(LAMP, now), strip.shown);
    now += 1_000 * SECOND;
    loop.show(SPEAKING);
    assertEquals(now + FRAME, loop.turn());
  }

  @Test
  void aStripThatFailsIsTriedAgainAfterTwoSeconds() {
    strip.isBroken = true;
    loop.show(LAMP);
    assertEquals(now + Duration.ofSeconds(2).toNanos(), loop.turn());
  }
}
