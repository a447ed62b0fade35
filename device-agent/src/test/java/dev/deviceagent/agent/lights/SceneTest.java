package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.lights.effects.Effect;
import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.lights.effects.Style;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneTest {
  private static final int GREEN = 0x00FF40;
  private static final int RED = 0xFF0010;
  private static final long STEP_NANOS = 33_333_333L;
  private static final ViewState IDLE = ViewState.of(State.IDLE);

  private static int[] picture(ViewState view, int pixels, long nanos) {
    var scene = Scene.of(view, ViewStates.THEME);
    var picture = new int[pixels];
    Arrays.setAll(picture, pixel -> scene.paint(pixel, pixels, nanos, Voice.calm(nanos)));
    if (scene.microphoneOpen()) {
      picture[0] = Scene.OPEN;
    }
    return picture;
  }

  /** A hash of four seconds of frames: two films with the same hash count as equal. */
  private static int film(ViewState view, int pixels) {
    return frames(view, pixels).hashCode();
  }

  private static List<String> frames(ViewState view, int pixels) {
    return LongStream.range(0, 120)
        .mapToObj(frame -> Arrays.toString(picture(view, pixels, frame * STEP_NANOS)))
        .toList();
  }

  @Test
  void theMicrophonesTruthIsOnTopOfEverything() {
    int views = 0;
    for (var view : ViewStates.all()) {
      for (int pixels : ViewStates.PIXELS) {
        for (long nanos = 0; nanos < 2_000_000_000L; nanos += 7 * STEP_NANOS) {
          boolean isGreen = picture(view, pixels, nanos)[0] == GREEN;
          assertEquals(view.microphoneOpen(), isGreen, view + " on " + pixels);
        }
        views++;
      }
    }
    assertTrue(views > 1_000, "all of them were looked at");
  }

  @Test
  void theOwnersMuteIsSeenOverEveryState() {
    for (var view : ViewStates.all()) {
      if (!view.muted()) {
        continue;
      }
      for (int pixels : ViewStates.PIXELS) {
        var picture = picture(view, pixels, 5 * STEP_NANOS);
        if (!view.microphoneOpen()) {
          assertEquals(RED, picture[0], view + " on " + pixels);
        }
        if (pixels > 1) {
          assertEquals(RED, picture[1], view + " on " + pixels);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12, 24})
  void everyStateLooksDifferentFromEveryOther(int pixels) {
    var films =
        Arrays.stream(State.values())
            .map(state -> film(ViewStates.with(IDLE, state), pixels))
            .distinct()
            .count();
    assertEquals(State.values().length, films);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12, 24})
  void anErrorIsSeenOverATalk(int pixels) {
    var talking = ViewState.in(State.LISTENING).talking(true).build();
    var error = ViewState.in(State.ERROR).talking(true).build();
    assertNotEquals(film(talking, pixels), film(error, pixels));
    assertEquals(film(ViewStates.with(IDLE, State.ERROR), pixels), film(error, pixels));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12, 24})
  void aRefusedPressIsSeenInEveryState(int pixels) {
    for (var state : State.values()) {
      var before = ViewStates.with(IDLE, state);
      var refused = ViewState.in(state).refused(true).build();
      assertNotEquals(film(before, pixels), film(refused, pixels), state + " on " + pixels);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 12, 24})
  void aTalkIsSeenOverWhatTheAiDoes(int pixels) {
    for (var state : List.of(State.IDLE, State.LISTENING, State.THINKING, State.SPEAKING)) {
      var talking = ViewState.in(state).talking(true).emotion("happy").build();
      assertEquals(
          film(ViewState.in(State.IDLE).talking(true).build(), pixels), film(talking, pixels));
    }
  }

  @Test
  void theSpeechIsSeenOverTheEmotionAndThatOverTheOwnersLight() {
    var lamp = Colour.of(0x123456);
    var idle = ViewState.in(State.IDLE).lamp(lamp).build();
    assertEquals(0x123456, picture(idle, 12, 0)[5]);
    var happy = ViewState.in(State.IDLE).emotion("happy").lamp(lamp).build();
    assertNotEquals(film(idle, 12), film(happy, 12));
    var thinking = ViewState.in(State.THINKING).emotion("happy").lamp(lamp).build();
    assertEquals(film(ViewStates.with(IDLE, State.THINKING), 12), film(thinking, 12));
  }

  @Test
  void aLowBatteryIsShownAtRestOnly() {
    for (var state : State.values()) {
      var full = ViewState.of(state);
      var low = full.but().batteryLow(true).build();
      assertEquals(state != State.IDLE, film(full, 12) == film(low, 12), state.word());
    }
    var talking = ViewState.in(State.IDLE).talking(true).build();
    assertEquals(film(talking, 12), film(talking.but().batteryLow(true).build(), 12));
  }

  @Test
  void anAnnouncementHasItsColour() {
    var announced = ViewState.in(State.IDLE).announcement(Colour.of(0x0000FF)).build();
    assertTrue(frames(announced, 1).contains("[255]"));
    assertFalse(frames(IDLE, 1).contains("[255]"));
  }

  @Test
  void everyEmotionHasAPictureAndTheKnownOnesDiffer() {
    var films =
        ViewStates.EMOTIONS.stream()
            .map(emotion -> film(ViewStates.feeling(emotion), 12))
            .distinct()
            .count();
    assertEquals(ViewStates.EMOTIONS.size(), films);
    assertEquals(
        film(ViewStates.feeling("wistful"), 12), film(ViewStates.feeling("no such thing"), 12));
    assertEquals(film(ViewStates.feeling("happy"), 12), film(ViewStates.feeling("HAPPY"), 12));
  }

  @Test
  void nothingIsShownAtRest() {
    assertEquals("[0, 0, 0]", Arrays.toString(picture(IDLE, 3, 0)));
  }

  /** A static frame causes no wake-ups: a scene that does not change reports that it is still. */
  @Test
  void onlyWhatChangesMoves() {
    for (var view : ViewStates.all()) {
      boolean changes = frames(view, 12).stream().distinct().count() > 1;
      assertEquals(changes, Scene.of(view, ViewStates.THEME).isMoving(), view.toString());
    }
  }

  /** An effect keeps nothing between calls, neither per instance nor per class. */
  @ParameterizedTest
  @MethodSource("effects")
  void theSameTimeIsTheSamePictureWhateverWasPaintedBefore(Effect effect) {
    long nanos = 1_234_567_890L;
    var before = picture(effect, 12, nanos);
    for (int frame = 50; frame > 0; frame--) {
      picture(effect, 1 + frame % 24, frame * STEP_NANOS);
    }
    assertEquals(before, picture(effect, 12, nanos));
  }

  private static Stream<Effect> effects() {
    return Effects.TABLE.names().stream()
        .map(name ->
            Effects.of(new Style(name, List.of(0xFF8040, 0x2040C0), Duration.ofSeconds(2), 40)));
  }

  private static String picture(Effect effect, int pixels, long nanos) {
    return IntStream.range(0, pixels)
        .mapToObj(pixel -> "%08x".formatted(effect.paint(pixel, pixels, nanos, 0.3)))
        .toList()
        .toString();
  }
}
