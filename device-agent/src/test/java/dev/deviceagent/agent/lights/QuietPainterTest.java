package dev.deviceagent.agent.lights;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.agent.lights.effects.Paint;
import dev.deviceagent.agent.view.State;
import dev.deviceagent.agent.view.ViewState;
import dev.deviceagent.hal.Colour;
import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.Strip;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The brightness follows the wall clock, even when the clock is set. In virtual time. */
class QuietPainterTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();
  private static final ViewState LAMP = lamp(0x808080);
  private static final QuietHours NIGHT =
      new QuietHours(100, LocalTime.of(22, 0), LocalTime.of(7, 0), 20);

  private final Shown strip = new Shown();
  private long nanos = System.nanoTime();

  /** The wall-clock time at {@link #nanos}; a test assigns it to set the clock. */
  private ZonedDateTime clock = at("2026-01-01T12:00");

  private long clockSetAt = nanos;

  private static final class Shown implements Strip {
    private int sent;
    private int last;
    private boolean isBroken;

    @Override
    public int pixels() {
      return 1;
    }

    @Override
    public void show(int[] rgb) throws HalException {
      if (isBroken) {
        throw new HalException(HalException.Kind.FAILED, "ring", "is torn off", "put it back");
      }
      sent++;
      last = rgb[0];
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

  private static ZonedDateTime at(String time) {
    return LocalDateTime.parse(time).atZone(ZoneId.of("Europe/Berlin"));
  }

  private Painter painter(QuietHours quiet) {
    return new Painter(strip, ViewStates.THEME, quiet, this::now);
  }

  private LocalDateTime now() {
    return clock.plusNanos(nanos - clockSetAt).toLocalDateTime();
  }

  private void set(String time) {
    clock = at(time);
    clockSetAt = nanos;
  }

  /**
   * Renders for this time, as the render loop does: each frame when the previous one asked for it.
   * Returns the number of frames.
   */
  private int paint(Painter painter, ViewState view, long forNanos) throws HalException {
    long end = nanos + forNanos;
    int frames = 0;
    while (true) {
      long still = painter.paint(view, nanos);
      frames++;
      assertTrue(still > 0, "a frame that is due immediately");
      if (still == RenderLoop.Renderer.STILL || nanos + still > end) {
        nanos = end;
        return frames;
      }
      nanos += still;
    }
  }

  private void assertBrightness(int percent) {
    assertEquals(Paint.dim(0x808080, percent / 100.0), strip.last, "at " + now());
  }

  /** A Pi without a clock battery starts with the time of its last shutdown. */
  @ParameterizedTest
  @CsvSource({
    "2026-01-01T12:00, 100, 2026-01-02T23:00, 20",
    "2026-01-01T23:00, 20, 2026-01-02T12:00, 100",
    "2026-01-02T23:00, 20, 2026-01-01T12:00, 100",
    "2026-01-02T08:00, 100, 2026-01-02T06:30, 20",
    "2026-01-02T12:00, 100, 1970-01-01T00:00, 20"
  })
  void aClockThatIsSetIsSeenWithinAMinute(String before, int percent, String after, int then)
      throws Exception {
    set(before);
    var painter = painter(NIGHT);
    paint(painter, LAMP, 10 * MINUTE);
    assertBrightness(percent);
    set(after);
    paint(painter, LAMP, MINUTE);
    assertBrightness(then);
  }

  @Test
  void aStillPictureIsLookedAtOnceAMinuteAndNotSentAgain() throws Exception {
    set("2026-01-01T12:00");
    var painter = painter(NIGHT);
    paint(painter, LAMP, MINUTE);
    int sent = strip.sent;
    assertTrue(paint(painter, LAMP, 60 * MINUTE) <= 61);
    assertEquals(sent, strip.sent);
    set("2026-01-01T21:50");
    paint(painter, LAMP, 20 * MINUTE);
    assertEquals(sent + 1, strip.sent, "only to be dimmed");
    assertBrightness(20);
  }

  @Test
  void theHourIsKeptToTheSecond() throws Exception {
    set("2026-01-01T21:50:30");
    var painter = painter(NIGHT);
    paint(painter, LAMP, Duration.ofMinutes(9).plusSeconds(29).toNanos());
    assertBrightness(100);
    paint(painter, LAMP, Duration.ofSeconds(1).toNanos());
    assertBrightness(20);
  }

  /** In spring the clock changes from 2:00 to 3:00, in autumn from 3:00 to 2:00. */
  @ParameterizedTest
  @CsvSource({
    "2026-03-28T20:00, 22:00, 02:30",
    "2026-03-28T20:00, 02:30, 07:00",
    "2026-03-28T20:00, 22:00, 07:00",
    "2026-10-24T20:00, 22:00, 02:30",
    "2026-10-24T20:00, 02:30, 07:00",
    "2026-10-24T20:00, 22:00, 07:00"
  })
  void theBrightnessIsThatOfTheHourWhenTheClocksChange(String start, String from, String until)
      throws Exception {
    set(start);
    var quiet = new QuietHours(100, LocalTime.parse(from), LocalTime.parse(until), 20);
    var painter = painter(quiet);
    paint(painter, LAMP, MINUTE);
    for (int minutes = 1; minutes < 24 * 60; minutes++) {
      var before = quiet.brightness(now().toLocalTime());
      paint(painter, LAMP, MINUTE);
      if (before == quiet.brightness(now().toLocalTime())) {
        assertBrightness(before);
      }
    }
  }

  @Test
  void withoutQuietHoursNothingWakes() throws Exception {
    var painter = painter(QuietHours.none(100));
    paint(painter, LAMP, MINUTE);
    assertEquals(1, paint(painter, LAMP, 60 * MINUTE));
  }

  @Test
  void whatTheStripDidNotTakeIsSentAgain() throws Exception {
    var painter = painter(NIGHT);
    paint(painter, LAMP, MINUTE);
    strip.isBroken = true;
    set("2026-01-01T23:00");
    assertThrows(HalException.class, () -> paint(painter, LAMP, MINUTE));
    strip.isBroken = false;
    paint(painter, LAMP, MINUTE);
    assertBrightness(20);
  }

  /** The open microphone is visible at every hour, at 30 percent or more. */
  @ParameterizedTest
  @CsvSource({"0, 30", "1, 30", "20, 30", "50, 50"})
  void theMicrophoneIsSeenInTheDarkestNight(int quietPercent, int seenPercent) throws Exception {
    set("2026-01-01T21:59");
    var painter =
        painter(new QuietHours(100, LocalTime.of(22, 0), LocalTime.of(7, 0), quietPercent));
    var open = ViewState.in(State.LISTENING).microphoneOpen(true).talking(true).build();
    painter.paint(open, nanos);
    assertEquals(Scene.OPEN, strip.last, "in the first frame");
    paint(painter, open, 2 * MINUTE);
    assertEquals(Paint.dim(Scene.OPEN, seenPercent / 100.0), strip.last, "at " + now());
  }

  @Test
  void anotherLookIsShownAtOnce() throws Exception {
    var painter = painter(NIGHT);
    paint(painter, LAMP, 10 * MINUTE);
    int before = strip.last;
    painter.paint(lamp(0xFF0000), nanos);
    assertTrue(before != strip.last);
  }
}
