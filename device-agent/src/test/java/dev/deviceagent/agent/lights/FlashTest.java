package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.lights.effects.Style;
import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No effect, no scene and no transition flashes faster than 3 Hz. */
class FlashTest {
  private static final int SECONDS = 10;

  private static int flashes(DoubleUnaryOperator light) {
    var film = new double[SECONDS * Flash.FRAMES_A_SECOND];
    for (int frame = 0; frame < film.length; frame++) {
      film[frame] = light.applyAsDouble((double) frame / Flash.FRAMES_A_SECOND);
    }
    return Flash.most(film);
  }

  @Test
  void aFlashIsSeen() {
    assertEquals(5, flashes(second -> second * 5 % 1 < 0.5 ? 1 : 0), "five a second");
    assertEquals(2, flashes(second -> (1 + Math.sin(second * 4 * Math.PI)) / 2), "two a second");
    assertEquals(0, flashes(second -> second / SECONDS), "only ever brighter");
    assertEquals(0, flashes(second -> second * 20 % 1 < 0.5 ? 0.05 : 0), "too little to see");
  }

  @Test
  void nothingOfTheShippedThemeFlashes() {
    var styles = new ArrayList<Style>(ViewStates.THEME.styles().values());
    styles.addAll(ViewStates.THEME.emotions().values());
    for (var style : styles) {
      int flashes = Flash.most(style);
      assertTrue(flashes <= Flash.MOST, style + " " + flashes + " Hz");
    }
  }

  @Test
  void noSceneFlashes() {
    var views = new ArrayList<ViewState>();
    for (var state : State.values()) {
      for (var emotion : new String[] {"happy", "shocked"}) {
        views.addAll(ViewStates.moments(ViewState.in(state).emotion(emotion).build()));
        views.add(
            ViewState.in(state)
                .microphoneOpen(true)
                .muted(true)
                .talking(true)
                .refused(true)
                .emotion(emotion)
                .build());
      }
    }
    ViewStates.EMOTIONS.forEach(
        emotion -> views.add(ViewStates.with(ViewStates.feeling(emotion), State.SPEAKING)));
    for (var view : views) {
      var scene = Scene.of(view, ViewStates.THEME);
      for (int pixels : new int[] {1, 3, 12}) {
        Flash.Frames film =
            (pixel, count, nanos) -> scene.paint(pixel, count, nanos, Voice.calm(nanos));
        int flashes = scene.isMoving() ? Flash.most(film, pixels, 4) : 0;
        assertTrue(flashes <= Flash.MOST, view + " on " + pixels + ": " + flashes + " Hz");
      }
    }
  }

  /** The last frame shows the last state, and no frame before it flashes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12})
  void noTransitionFlashesHoweverFastTheyFollow(int pixels) {
    var random = new Random(pixels);
    for (int burst = 0; burst < 120; burst++) {
      var views = views(random);
      long every = TimeUnit.MILLISECONDS.toNanos(10 + random.nextInt(600));
      var crossfade = new Crossfade(pixels, 0);
      int frames = 5 * Flash.FRAMES_A_SECOND;
      var film = new double[pixels + 1][frames];
      int told = 0;
      for (int frame = 0; frame < frames; frame++) {
        long nanos = TimeUnit.SECONDS.toNanos(frame) / Flash.FRAMES_A_SECOND;
        while (told * every <= nanos) {
          crossfade.show(Scene.of(views.get(told % views.size()), ViewStates.THEME), told * every);
          told++;
        }
        var picture = crossfade.paint(nanos, Voice.calm(nanos));
        for (int pixel = 0; pixel < pixels; pixel++) {
          film[pixel][frame] = Flash.luminance(picture[pixel]);
          film[pixels][frame] += film[pixel][frame] / pixels;
        }
      }
      for (var light : film) {
        int flashes = Flash.most(light);
        assertTrue(
            flashes <= Flash.MOST,
            "burst %d, every %d ms on %d: %d Hz"
                .formatted(burst, every / 1_000_000, pixels, flashes));
      }
    }
  }

  /** State changes as clouds cause them: starts, stops and interruptions in any order. */
  private static List<ViewState> views(Random random) {
    var states = List.of(State.IDLE, State.SPEAKING, State.THINKING, State.LISTENING);
    var views = new ArrayList<ViewState>();
    for (int i = 0; i < 50; i++) {
      var state = states.get(random.nextInt(states.size()));
      var emotion = random.nextInt(3) == 0 ? "happy" : null;
      views.add(
          ViewState.in(state)
              .emotion(emotion)
              .offline(null)
              .interrupted(random.nextInt(4) == 0)
              .build());
    }
    return views;
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 2, 3, 5, 8, 15, 25})
  void noVoiceMakesTheLightFlash(double hertz) {
    var voice = new Voice();
    var style = ViewStates.THEME.style(Indication.SPEAKING);
    var effect = Effects.of(style);
    int flashes =
        flashes(second -> {
          long nanos = (long) (second * 1e9);
          voice.hear((1 + Math.sin(second * 2 * Math.PI * hertz)) / 2, nanos);
          return Flash.luminance(effect.paint(0, 1, nanos, voice.at(nanos)));
        });
    assertTrue(flashes <= Flash.MOST, hertz + " Hz of voice are " + flashes + " of light");
  }
}
