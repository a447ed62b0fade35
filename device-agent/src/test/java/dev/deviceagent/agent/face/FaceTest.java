package dev.deviceagent.agent.face;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.Picture;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaceTest {
  private static final int WIDTH = 128;
  private static final int HEIGHT = 64;
  private static final long SECOND = 1_000_000_000L;

  /** Two faces are easy to tell apart if at least this number of pixels differs. */
  private static final int GLANCE = 60;

  /** Faces whose eyes are always closed or behind glasses. */
  private static final Set<String> NEVER_BLINK =
      Set.of("laughing", "funny", "crying", "cool", "relaxed", "delicious", "sleepy");

  static List<String> emotions() {
    return Faces.emotions().stream().sorted().toList();
  }

  private static Picture at(Face face, long nanos) {
    return face.picture(WIDTH, HEIGHT, nanos);
  }

  /** Number of pixels that differ between two rows. */
  private static int distance(Picture one, Picture other, int fromRow, int toRow) {
    int pixels = 0;
    for (int y = fromRow; y < toRow; y++) {
      for (int x = 0; x < WIDTH; x++) {
        pixels += one.isLit(x, y) == other.isLit(x, y) ? 0 : 1;
      }
    }
    return pixels;
  }

  private static long nextBlink(Face face) {
    long blink = Rhythm.nextBlinkNanos(0);
    assertTrue(Rhythm.isBlinking(blink), face.toString());
    return blink;
  }

  private static ViewState view(
      State state, boolean isMuted, boolean isOpen, @Nullable String emotion) {
    return ViewState.in(state).microphoneOpen(isOpen).muted(isMuted).emotion(emotion).build();
  }

  @Test
  void theCommonEmotionsAllHaveAFace() {
    assertEquals(21, emotions().size());
  }

  @Test
  void everyFaceDiffersFromEveryOther() {
    var names = List.copyOf(Golden.all().keySet());
    var faces = new ArrayList<Picture>();
    Golden.all().values().forEach(features -> faces.add(at(new Face(features, false), 0)));
    assertEquals(21 + 7, faces.size());
    for (int i = 0; i < faces.size(); i++) {
      for (int j = 0; j < i; j++) {
        int distance = distance(faces.get(i), faces.get(j), 0, HEIGHT);
        assertTrue(distance >= GLANCE, names.get(i) + ", " + names.get(j) + ": " + distance);
      }
    }
  }

  @Test
  void anUnknownEmotionAndNoneGetTheNeutralFace() {
    assertEquals(Face.of("neutral", false), Face.of("wistful", false));
    assertEquals(Face.of("neutral", true), Face.of(null, true));
    assertEquals(Face.of("happy", false), Face.of("HAPPY", false));
  }

  @ParameterizedTest
  @MethodSource("emotions")
  void itsEyesCloseInABlinkAndNothingElseChanges(String emotion) {
    var face = new Face(Faces.of(emotion).with(), false); // without other motion
    long blink = nextBlink(face);
    int eyes = distance(at(face, 0), at(face, blink), 0, 45);
    int rest = distance(at(face, 0), at(face, blink), 45, HEIGHT);
    boolean isBlinking = face.features().blinks();
    assertTrue(isBlinking ? eyes > 80 : eyes == 0, emotion + " " + eyes);
    assertEquals(0, rest);
    assertEquals(at(face, 0), at(face, blink + Rhythm.BLINK_NANOS), "open again");
    if (!emotion.equals("cool")) { // its glasses are removed above
      assertEquals(!NEVER_BLINK.contains(emotion), isBlinking, emotion);
    }
  }

  @Test
  void oneWhoWinksHasOneEyeOpenAlways() {
    for (var emotion : List.of("winking", "kissy")) {
      var face = new Face(Faces.of(emotion).with(), false);
      var before = at(face, 0);
      var blink = at(face, nextBlink(face));
      for (int y = 0; y < HEIGHT; y++) {
        for (int x = 0; x < WIDTH / 2; x++) {
          assertEquals(before.isLit(x, y), blink.isLit(x, y), emotion);
        }
      }
      assertNotEquals(before, blink);
    }
  }

  @Test
  void blinksAreThreeToSixSecondsApartAndShort() {
    long last = Long.MIN_VALUE;
    var gaps = new ArrayList<Long>();
    for (long nanos = 0; nanos < 600 * SECOND; ) {
      long start = Rhythm.nextBlinkNanos(nanos);
      long end = Rhythm.nextBlinkNanos(start);
      assertEquals(Rhythm.BLINK_NANOS, end - start);
      assertTrue(!Rhythm.isBlinking(start - 1) && Rhythm.isBlinking(start));
      assertTrue(Rhythm.isBlinking(end - 1) && !Rhythm.isBlinking(end));
      if (last != Long.MIN_VALUE) {
        gaps.add(start - last);
      }
      last = start;
      nanos = end;
    }
    for (long gap : gaps) {
      assertTrue(gap >= 3 * SECOND && gap <= 6 * SECOND, "gap " + gap);
    }
    assertTrue(gaps.stream().distinct().count() > 100, "they are not a beat");
  }

  @ParameterizedTest
  @MethodSource("emotions")
  void speakingMovesTheMouthAndNotTheEyes(String emotion) {
    var face = new Face(Faces.of(emotion).with(), true);
    var shut = face.picture(WIDTH, HEIGHT, 0, 0);
    var half = face.picture(WIDTH, HEIGHT, 0, 0.5);
    var wide = face.picture(WIDTH, HEIGHT, 0, 1);
    assertTrue(distance(shut, half, 30, HEIGHT) > 10, emotion);
    assertTrue(distance(half, wide, 30, HEIGHT) > 10, emotion);
    assertEquals(0, distance(shut, wide, 0, 30), emotion);
    assertEquals(wide, face.picture(WIDTH, HEIGHT, 0, 7), "no mouth opens further");
  }

  @Test
  void withoutALevelItSpeaksInSyllables() {
    var opening = new ArrayList<Double>();
    for (long nanos = 0; nanos < 30 * SECOND; nanos = Rhythm.nextFrameNanos(nanos)) {
      opening.add(Rhythm.opening(nanos));
    }
    assertEquals(30 * 12, opening.size(), 1, "twelve times a second");
    assertTrue(opening.stream().allMatch(open -> open >= 0 && open <= 1));
    assertTrue(opening.stream().anyMatch(open -> open > 0.9));
    assertTrue(opening.stream().filter(open -> open == 0).count() > 20, "with pauses");
    assertTrue(opening.stream().distinct().count() > 50, "and is not a beat");
  }

  @ParameterizedTest
  @MethodSource("emotions")
  void betweenItsChangesItIsStill(String emotion) {
    for (boolean isSpeaking : new boolean[] {false, true}) {
      var face = Face.of(emotion, isSpeaking);
      long nanos = 0;
      while (nanos < 10 * SECOND) {
        long next = Math.min(face.nextChangeNanos(nanos), 10 * SECOND);
        assertTrue(next > nanos);
        assertEquals(at(face, nanos), at(face, nanos + (next - nanos) / 2), emotion);
        assertEquals(at(face, nanos), at(face, next - 1), emotion);
        nanos = next;
      }
    }
  }

  @Test
  void aStillFaceWakesNobodyButToBlink() {
    var neutral = Face.of("neutral", false);
    long first = neutral.nextChangeNanos(0);
    assertEquals(Rhythm.nextBlinkNanos(0), first);
    assertEquals(first + Rhythm.BLINK_NANOS, neutral.nextChangeNanos(first));
    assertEquals(Face.NEVER, Face.of("relaxed", false).nextChangeNanos(0));
  }

  @ParameterizedTest
  @MethodSource("emotions")
  void theSameTimeIsTheSamePicture(String emotion) {
    var face = Face.of(emotion, true);
    for (long nanos = 0; nanos < 8 * SECOND; nanos += SECOND / 7) {
      assertEquals(at(face, nanos), at(Face.of(emotion, true), nanos));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"64x32", "128x32", "72x40", "96x16", "256x128", "1x1"})
  void itFitsAnyScreenAndStandsInItsMiddle(String size) {
    int width = Integer.parseInt(size.substring(0, size.indexOf('x')));
    int height = Integer.parseInt(size.substring(size.indexOf('x') + 1));
    double scale = Math.min(width / 128.0, height / 64.0);
    for (var emotion : emotions()) {
      var picture = Face.of(emotion, true).picture(width, height, 0, 1);
      int lit = 0;
      for (int y = 0; y < height; y++) {
        for (int x = 0; x < width; x++) {
          boolean isOutside =
              Math.abs(x + 0.5 - width / 2.0) > 64 * scale
                  || Math.abs(y + 0.5 - height / 2.0) > 32 * scale;
          assertTrue(!isOutside || !picture.isLit(x, y), emotion + " on " + size);
          lit += picture.isLit(x, y) ? 1 : 0;
        }
      }
      assertTrue(height < 16 || lit > width * height / 100, emotion + " on " + size);
    }
  }

  @Test
  void everyStateHasItsFace() {
    assertEquals(Faces.STARTING, Face.of(view(State.STARTING, false, false, null)).features());
    assertEquals(Faces.OFFLINE, Face.of(view(State.OFFLINE, true, false, "happy")).features());
    assertEquals(Faces.ERROR, Face.of(view(State.ERROR, false, true, "happy")).features());
    assertEquals(Faces.LISTENING, Face.of(view(State.LISTENING, false, true, null)).features());
    assertEquals(Faces.THINKING, Face.of(view(State.THINKING, false, false, "sad")).features());
    assertEquals(Face.of("sad", true), Face.of(view(State.SPEAKING, true, false, "sad")));
    assertEquals(Face.of("sad", false), Face.of(view(State.IDLE, false, false, "sad")));
    assertEquals(Face.of("neutral", false), Face.of(view(State.IDLE, false, false, null)));
  }

  @Test
  void noZipIsShownWhileTheMicrophoneMayBeOpen() {
    assertEquals(Faces.MUTED, Face.of(view(State.IDLE, true, false, "happy")).features());
    for (var state : State.values()) {
      assertNotEquals(Faces.MUTED, Face.of(view(state, true, true, null)).features());
    }
  }

  @Test
  void whatIsShortStandsHigher() {
    var news = Colour.of(0xFFFFFF);
    var talking =
        ViewState.in(State.IDLE).microphoneOpen(true).talking(true).emotion("happy").build();
    assertEquals(Faces.LISTENING, Face.of(talking).features());
    var told =
        ViewState.in(State.IDLE)
            .microphoneOpen(true)
            .talking(true)
            .announcement(news)
            .emotion("happy")
            .build();
    assertEquals(Faces.NEWS, Face.of(told).features());
    var refused = ViewState.in(State.OFFLINE).refused(true).announcement(news).build();
    assertEquals(Faces.REFUSED, Face.of(refused).features());
  }
}
