package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CrossfadeTest {
  private static final int PIXELS = 12;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Crossfade crossfade = new Crossfade(PIXELS, 0);

  private static ViewState view(State state) {
    return ViewState.of(state);
  }

  private static ViewState lamp(int rgb) {
    return ViewState.in(State.IDLE).lamp(Colour.of(rgb)).build();
  }

  private static Scene scene(ViewState view) {
    return Scene.of(view, ViewStates.THEME);
  }

  @Test
  void aStillPictureFadesInAndThenRests() {
    crossfade.show(scene(lamp(0x808080)), SECOND);
    int first = crossfade.paint(SECOND, 0)[0];
    assertTrue(first > 0 && first < 0x808080, "the first frame is already another one");
    assertTrue(crossfade.isMoving(SECOND));
    assertEquals(0x808080, crossfade.paint(2 * SECOND, 0)[0]);
    assertFalse(crossfade.isMoving(2 * SECOND), "and costs nothing more");
  }

  @Test
  void aMotionKeepsItsPhaseWhenWhatIsBelowChanges() {
    var happy = ViewState.in(State.IDLE).emotion("happy").build();
    var withLamp = ViewState.in(State.IDLE).emotion("happy").lamp(Colour.of(0x101010)).build();
    crossfade.show(scene(happy), 0);
    crossfade.paint(5 * SECOND, 0);
    var alone = crossfade.paint(6 * SECOND, 0).clone();
    var other = new Crossfade(PIXELS, 0);
    other.show(scene(happy), 0);
    other.show(scene(withLamp), 4 * SECOND);
    assertArrayEquals(alone, other.paint(6 * SECOND, 0));
  }

  @Test
  void whatFadesOutGoesOnMoving() {
    crossfade.show(scene(view(State.THINKING)), 0);
    crossfade.paint(5 * SECOND, 0);
    int before = brightest(crossfade.paint(5 * SECOND, 0));
    crossfade.show(scene(view(State.IDLE)), 5 * SECOND);
    assertNotEquals(before, brightest(crossfade.paint(5 * SECOND + SECOND / 5, 0)));
  }

  /** A crossfade ends after 250 ms, a slow one after 800 ms. */
  @Test
  void whatHasFadedInGoesOnMoving() {
    for (var state : List.of(State.THINKING, State.SPEAKING, State.ERROR)) {
      var faded = new Crossfade(PIXELS, 0);
      var scene = scene(view(state));
      faded.show(scene, 0);
      var pictures = new HashSet<String>();
      for (long nanos = SECOND; nanos < 3 * SECOND; nanos += SECOND / 60) {
        var picture = faded.paint(nanos, 0.5);
        for (int pixel = 0; pixel < PIXELS; pixel++) {
          assertEquals(scene.paint(pixel, PIXELS, nanos, 0.5), picture[pixel]);
        }
        assertTrue(faded.isMoving(nanos), state + " at " + nanos);
        pictures.add(Arrays.toString(picture));
      }
      assertTrue(pictures.size() > 30, state + " has " + pictures.size() + " pictures");
    }
  }

  private static int brightest(int[] picture) {
    int brightest = 0;
    for (int pixel = 0; pixel < picture.length; pixel++) {
      brightest = picture[pixel] > picture[brightest] ? pixel : brightest;
    }
    return brightest;
  }

  /** A thousand random bursts of starts, stops and interruptions. */
  @Test
  void theLastPictureIsAlwaysThatOfTheLastState() {
    for (int seed = 0; seed < 1000; seed++) {
      var random = new Random(seed);
      var busy = new Crossfade(PIXELS, 0);
      long now = SECOND;
      ViewState last = view(State.IDLE);
      int changes = 1 + random.nextInt(20);
      for (int i = 0; i < changes; i++) {
        var states = List.of(State.IDLE, State.SPEAKING, State.THINKING, State.LISTENING);
        last =
            ViewState.in(states.get(random.nextInt(4)))
                .emotion(random.nextBoolean() ? "happy" : null)
                .offline(null)
                .interrupted(random.nextBoolean())
                .build();
        busy.show(scene(last), now);
        now += random.nextInt(60_000_000);
        busy.paint(now, 0.5);
      }
      long rest = now + 3 * SECOND;
      var fresh = new Crossfade(PIXELS, 0);
      fresh.show(scene(last), 0);
      assertArrayEquals(fresh.paint(rest, 0.5), busy.paint(rest, 0.5), "seed " + seed);
    }
  }

  @Test
  void theMicrophonesTruthWaitsForNoFade() {
    var open = ViewState.in(State.LISTENING).microphoneOpen(true).talking(true).build();
    crossfade.show(scene(open), SECOND);
    assertTrue(crossfade.isMicrophoneOpen());
    var shut = ViewState.in(State.LISTENING).talking(true).build();
    crossfade.show(scene(shut), SECOND + 1);
    assertFalse(crossfade.isMicrophoneOpen());
  }
}
