package dev.deviceagent.hal.linux.alsa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VolumeScaleTest {
  private static final long MUTE = -9_999_999;

  /** A scale, its ends, and a name that describes the hardware. */
  record Range(String name, long lowest, long highest, VolumeScale scale) {
    @Override
    public String toString() {
      return name;
    }

    static Range linear(long lowest, long highest) {
      return new Range(
          lowest + " to " + highest, lowest, highest, VolumeScale.linear(lowest, highest));
    }

    /** Steps of equal size in decibels, like SNDRV_CTL_TLVT_DB_SCALE. */
    static Range even(
        String name, long lowest, long highest, long quietest, double size, boolean mute) {
      VolumeScale.Decibels decibels =
          step -> mute && step == lowest ? MUTE : Math.round(quietest + (step - lowest) * size);
      long loudest = Math.round(quietest + (highest - lowest) * size);
      return new Range(
          name,
          lowest,
          highest,
          VolumeScale.decibels(lowest, highest, mute ? MUTE : quietest, loudest, decibels));
    }
  }

  static List<Range> ranges() {
    return List.of(
        Range.linear(0, 65536),
        Range.linear(0, 100),
        Range.linear(0, 31),
        Range.linear(0, 1),
        Range.linear(-50, 50),
        Range.linear(-10239, 400),
        Range.linear(Integer.MIN_VALUE, Integer.MAX_VALUE),
        Range.even("headphones of a Raspberry Pi", -10239, 400, -10239, 1, false),
        Range.even("a DAC of 0.5 dB, silent at 0", 0, 207, -10350, 50, true),
        Range.even("a codec of 1 dB", 0, 127, -12700, 100, true),
        Range.even("a USB card of 31 steps", 0, 31, -3100, 100, false),
        Range.even("an amplifier of 24 dB", 0, 24, 0, 100, false),
        Range.even("a small one", 0, 3, -900, 300, false),
        Range.even("a very fine one", 0, 32767, -12800, 12800 / 32767.0, false),
        Range.even("one that says nonsense", 0, 10, 0, 0, false));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void theEndsAreExact(Range range) throws AlsaError {
    assertEquals(range.lowest, range.scale.step(0));
    assertEquals(range.highest, range.scale.step(100));
    assertEquals(0, range.scale.percent(range.lowest));
    assertEquals(100, range.scale.percent(range.highest));
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void moreIsNeverSofter(Range range) throws AlsaError {
    for (int percent = 1; percent <= 100; percent++) {
      assertTrue(range.scale.step(percent) >= range.scale.step(percent - 1), "at " + percent);
    }
    long stride = Math.max(1, (range.highest - range.lowest) / 5000);
    for (long step = range.lowest + stride; step <= range.highest; step += stride) {
      assertTrue(range.scale.percent(step) >= range.scale.percent(step - stride), "at " + step);
    }
  }

  @ParameterizedTest
  @MethodSource("ranges")
  void whatIsReadBackIsThePercentOrThatOfTheNearestStep(Range range) throws AlsaError {
    for (int percent = 0; percent <= 100; percent++) {
      long step = range.scale.step(percent);
      int read = range.scale.percent(step);
      long off = Math.abs(read - percent);
      for (long other = step - 1; other <= step + 1; other += 2) {
        if (other >= range.lowest && other <= range.highest) {
          long otherOff = Math.abs(range.scale.percent(other) - percent);
          // the nearest step is chosen before rounding, which may move both values by half
          long slack = otherOff == 0 ? 0 : 1;
          assertTrue(off <= otherOff + slack, percent + " gave " + read);
        }
      }
      assertEquals(read, range.scale.percent(range.scale.step(read)), "setting what was read");
    }
  }

  @Test
  void everyPercentIsReadBackWhereTheStepsAreFine() throws AlsaError {
    for (var range : ranges()) {
      if (range.highest - range.lowest >= 10_000) {
        for (int percent : IntStream.rangeClosed(0, 100).toArray()) {
          assertEquals(percent, range.scale.percent(range.scale.step(percent)), range.name);
        }
      }
    }
  }

  /** 60 log10(0.5) = −18.06 dB: an eighth of the amplitude. */
  @Test
  void halfIsEighteenDecibelsDown() throws AlsaError {
    var fine = VolumeScale.decibels(0, 10_000, MUTE, 0, step -> step == 0 ? MUTE : step - 10_000);
    assertEquals(10_000 - 1806, fine.step(50));
    var offset = VolumeScale.decibels(0, 10_000, MUTE, 600, step -> step == 0 ? MUTE : step - 9400);
    assertEquals(10_000 - 1806, offset.step(50), "from the loudest that it can be");
  }

  /** The mapping of amixer -M (alsa-utils 1.2.8) for the range of a Raspberry Pi's headphones. */
  @Test
  void theLowestStepIsZeroThoughItIsNotSilent() throws AlsaError {
    var pi = VolumeScale.decibels(-10239, 400, -10239, 400, step -> step);
    double floor = Math.pow(10, -10639 / 6000.0);
    long half = Math.round(400 + 6000 * Math.log10(0.5 * (1 - floor) + floor));
    assertEquals(half, pi.step(50));
  }

  @Test
  void aSmallRangeIsLinearInDecibels() throws AlsaError {
    var small = VolumeScale.decibels(0, 24, -1200, 1200, step -> step * 100 - 1200);
    assertEquals(12, small.step(50));
    assertEquals(25, small.percent(6));
  }

  @Test
  void aControlOfOneStepIsAtZero() throws AlsaError {
    var one = VolumeScale.linear(7, 7);
    assertEquals(7, one.step(50));
    assertEquals(0, one.percent(7));
  }
}
