package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.core.Look;
import dev.deviceagent.agent.core.State;
import dev.deviceagent.hal.Colour;
import java.util.ArrayList;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * No effect flashes faster than 3 Hz. A flash is a pair of opposing changes of luminance by a tenth
 * of full white or more (WCAG 2.3.1); it is counted for each pixel and for all of them together.
 */
class FlashTest {
  private static final int FRAMES_A_SECOND = 100;
  private static final int SECONDS = 10;
  private static final double SWING = 0.1;
  private static final int FLASHES_MOST = 3;

  private static double luminance(int rgb) {
    return 0.2126 * linear(rgb >> 16 & 0xFF)
        + 0.7152 * linear(rgb >> 8 & 0xFF)
        + 0.0722 * linear(rgb & 0xFF);
  }

  private static double linear(int part) {
    double share = part / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }

  /** The most flashes within any one second. */
  private static int flashes(DoubleUnaryOperator light) {
    var turns = new ArrayList<Integer>();
    double extreme = light.applyAsDouble(0);
    int direction = 0;
    for (int frame = 1; frame < SECONDS * FRAMES_A_SECOND; frame++) {
      double now = light.applyAsDouble((double) frame / FRAMES_A_SECOND);
      if (direction * (now - extreme) > 0) {
        extreme = now; // further the same way
      } else if (Math.abs(now - extreme) >= SWING) {
        direction = now > extreme ? 1 : -1;
        extreme = now;
        turns.add(frame);
      } else if (direction == 0) {
        extreme = Math.min(extreme, now);
      }
    }
    int most = 0;
    for (int i = 0; i < turns.size(); i++) {
      int from = turns.get(i);
      long within = turns.stream().filter(at -> at >= from && at < from + FRAMES_A_SECOND).count();
      most = Math.max(most, (int) within);
    }
    return most / 2;
  }

  private static void look(Look look) {
    var scene = Scene.of(look);
    if (!scene.isMoving()) {
      return;
    }
    for (int pixels : Looks.PIXELS) {
      int count = pixels;
      // Neighbours show the same a little later: the first pixels stand for all of them.
      for (int pixel = 0; pixel < Math.min(pixels, 3); pixel++) {
        int one = pixel;
        int flashes = flashes(second -> luminance(scene.paint(one, count, (long) (second * 1e9))));
        assertTrue(flashes <= FLASHES_MOST, look + ": pixel " + pixel + " " + flashes + " Hz");
      }
      int flashes =
          flashes(second -> {
            double sum = 0;
            for (int pixel = 0; pixel < count; pixel++) {
              sum += luminance(scene.paint(pixel, count, (long) (second * 1e9)));
            }
            return sum / count;
          });
      assertTrue(flashes <= FLASHES_MOST, look + ": all " + pixels + " " + flashes + " Hz");
    }
  }

  @Test
  void noStateFlashes() {
    for (var state : State.values()) {
      for (boolean refused : new boolean[] {false, true}) {
        for (var emotion : new String[] {"happy", "shocked"}) {
          look(new Look(state, false, false, false, refused, null, emotion, null));
          look(new Look(state, false, true, false, refused, null, null, null));
        }
      }
    }
  }

  @Test
  void noEmotionFlashesNeitherSilentNorSpoken() {
    for (var emotion : Looks.EMOTIONS) {
      look(Looks.feeling(emotion));
      look(Looks.with(Looks.feeling(emotion), State.SPEAKING));
    }
  }

  @Test
  void noAnnouncementFlashes() {
    var white = Colour.of(0xFFFFFF);
    look(new Look(State.IDLE, false, false, false, false, white, null, null));
    look(new Look(State.SPEAKING, true, true, true, true, white, "angry", white));
  }

  @Test
  void aFlashIsSeenByThisTest() {
    assertEquals(5, flashes(second -> second * 5 % 1 < 0.5 ? 1 : 0), "five a second");
    assertEquals(2, flashes(second -> (1 + Math.sin(second * 4 * Math.PI)) / 2), "two a second");
    assertEquals(0, flashes(second -> second / SECONDS), "only ever brighter");
    assertEquals(0, flashes(second -> second * 50 % 1 < 0.5 ? 0.05 : 0), "too little to see");
  }
}
