package dev.deviceagent.hal.linux.strip;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.linux.profile.BoardProfile.Chipset;
import dev.deviceagent.hal.linux.profile.BoardProfile.PixelStrip;
import dev.deviceagent.hal.linux.profile.BoardProfile.Spi;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedStripTest {
  private static final Spi SPI = new Spi(0, 0, 8_000_000);
  private static final int RED = 0xFF0000;
  private static final int GREEN = 0x00FF00;
  private static final int BLUE = 0x0000FF;
  private static final int WHITE = 0xFFFFFF;

  private final FakeWire wire = new FakeWire();

  private static PixelStrip apa102(int pixels, int start, boolean isReversed) {
    return new PixelStrip(Chipset.APA102, SPI, pixels, start, isReversed, "BGR", 100, 0, 60, null);
  }

  private static PixelStrip dimmed(int pixels, int brightnessPercent, int limitMilliamps) {
    return new PixelStrip(
        Chipset.APA102, SPI, pixels, 0, false, "BGR", brightnessPercent, limitMilliamps, 60, null);
  }

  private static PixelStrip ws2812(int pixels, String order) {
    return new PixelStrip(Chipset.WS2812, SPI, pixels, 0, false, order, 100, 0, 60, null);
  }

  /** The bytes sent for a frame, in hexadecimal. */
  private String sent(PixelStrip wiring, int... rgb) throws HalException {
    new LedStrip(wiring, wire, null).show(rgb);
    return wire.calls.getLast();
  }

  @Test
  void oneApa102HasStartPixelResetAndClocks() throws Exception {
    assertEquals("00000000" + "ff0000ff" + "00000000" + "00", sent(apa102(1, 0, false), RED));
  }

  @Test
  void threeApa102InTheirOrder() throws Exception {
    assertEquals(
        "00000000" + "ff0000ff" + "ff00ff00" + "ffff0000" + "00000000" + "00",
        sent(apa102(3, 0, false), RED, GREEN, BLUE));
  }

  @Test
  void twelveApa102() throws Exception {
    var picture = new int[12];
    picture[0] = WHITE;
    picture[11] = BLUE;
    assertEquals(
        "00000000" + "ffffffff" + "ff000000".repeat(10) + "ffff0000" + "00000000" + "00",
        sent(apa102(12, 0, false), picture));
  }

  /** The last of n pixels is (n + 1) / 2 clocks late. */
  @Test
  void theEndClocksThroughTheWholeChain() {
    var code = new Apa102Code();
    for (int pixels = 1; pixels <= 1000; pixels++) {
      int clocks = 8 * (code.frameBytes(pixels) - 4 - 4 * pixels - 4);
      assertEquals(true, clocks >= (pixels + 1) / 2.0, pixels + " pixels");
    }
  }

  @Test
  void aRingMayBeginAnywhere() throws Exception {
    assertEquals(
        sent(apa102(3, 0, false), BLUE, RED, GREEN), sent(apa102(3, 1, false), RED, GREEN, BLUE));
  }

  @Test
  void aRingMayRunTheOtherWay() throws Exception {
    assertEquals(
        sent(apa102(3, 0, false), GREEN, RED, BLUE), sent(apa102(3, 1, true), RED, GREEN, BLUE));
  }

  @Test
  void aRowMayRunTheOtherWay() throws Exception {
    assertEquals(
        sent(apa102(3, 0, false), BLUE, GREEN, RED), sent(apa102(3, 2, true), RED, GREEN, BLUE));
  }

  @Test
  void anyOrderOfColours() throws Exception {
    var wiring = new PixelStrip(Chipset.APA102, SPI, 1, 0, false, "GBR", 100, 0, 60, null);
    assertEquals("00000000" + "ff00ff00" + "00000000" + "00", sent(wiring, BLUE));
    assertEquals("00000000" + "ffff0000" + "00000000" + "00", sent(wiring, GREEN));
  }

  /** 255 * (128 / 255) ^ 2.6 = 42.5 */
  @Test
  void halfOfAColourIsASixthOfTheLight() throws Exception {
    assertEquals("00000000" + "ff00002a" + "00000000" + "00", sent(dimmed(1, 100, 0), 0x800000));
  }

  @Test
  void nothingIsBrighterThanTheCeiling() throws Exception {
    assertEquals("00000000" + "ff333333" + "00000000" + "00", sent(dimmed(1, 20, 0), WHITE));
  }

  @Test
  void aPictureWithinTheLimitIsLeftAlone() throws Exception {
    assertEquals(
        sent(dimmed(2, 100, 0), WHITE, RED), sent(dimmed(2, 100, 80), WHITE, RED)); // 60 + 20 mA
  }

  /** Two white pixels would draw 120 mA. */
  @Test
  void aPictureOverTheLimitIsDarkenedAsAWhole() throws Exception {
    assertEquals(
        "00000000" + "ff404040" + "ff404040" + "00000000" + "00",
        sent(dimmed(2, 100, 30), WHITE, WHITE));
    assertEquals(
        "00000000" + "ff606060" + "ff000060" + "00000000" + "00",
        sent(dimmed(2, 100, 30), WHITE, RED));
  }

  @Test
  void theCeilingLeavesLessForTheLimitToTake() throws Exception {
    assertEquals(sent(dimmed(2, 20, 0), WHITE, WHITE), sent(dimmed(2, 20, 24), WHITE, WHITE));
  }

  @Test
  void oneWs2812IsPulsesBetweenTwoResets() throws Exception {
    var reset = "00".repeat(120);
    assertEquals(reset + "88888888" + "cccccccc" + "88888888" + reset, sent(ws2812(1, "GRB"), RED));
  }

  /** 0x2A after gamma: 00 10 10 10. */
  @Test
  void aWs2812TakesTheMostSignificantBitFirst() throws Exception {
    var reset = "00".repeat(120);
    assertEquals(
        reset + "88c8c8c8" + "88888888" + "88888888" + reset, sent(ws2812(1, "GRB"), 0x008000));
  }

  @Test
  void threeWs2812InTheirOrder() throws Exception {
    var reset = "00".repeat(120);
    var zero = "88888888";
    var full = "cccccccc";
    assertEquals(
        reset + zero + full + zero + full + zero + zero + zero + zero + full + reset,
        sent(ws2812(3, "GRB"), RED, GREEN, BLUE));
    assertEquals(
        reset + full + zero + zero + zero + full + zero + zero + zero + full + reset,
        sent(ws2812(3, "RGB"), RED, GREEN, BLUE));
  }

  @Test
  void twelveWs2812() throws Exception {
    var picture = new int[12];
    Arrays.fill(picture, WHITE);
    var reset = "00".repeat(120);
    assertEquals(reset + "cccccccc".repeat(36) + reset, sent(ws2812(12, "GRB"), picture));
  }

  /** Nanoseconds within every datasheet, and 280 µs for the reset of the newest chip. */
  @Test
  void theBeatOfAWs2812IsInsideItsDatasheets() {
    int hertz = LedStrip.hertz(Chipset.WS2812, SPI);
    double bitNanos = 1e9 / hertz;
    assertEquals(315, bitNanos, 65); // a zero is high for 250 to 380
    assertEquals(700, 2 * bitNanos, 50); // a one is high for 650 to 750
    assertEquals(true, 120 * 8 * bitNanos > 280_000);
  }

  @Test
  void apa102HasTheClockOfTheFile() {
    assertEquals(8_000_000, LedStrip.hertz(Chipset.APA102, SPI));
  }

  @Test
  void aMovingPictureMakesNoGarbage() throws Exception {
    var strip = new LedStrip(apa102(3, 0, false), wire, null);
    strip.show(new int[] {RED, GREEN, BLUE});
    var first = wire.last;
    strip.show(new int[] {BLUE, RED, GREEN});
    assertSame(first, wire.last);
  }

  @Test
  void thePictureStaysAsItWas() throws Exception {
    int[] picture = {0x102030};
    sent(dimmed(1, 20, 0), picture);
    assertEquals(0x102030, picture[0]);
  }

  @Test
  void theSupplyIsOnBeforeTheFirstFrameAndOnlyOnce() throws Exception {
    var strip = new LedStrip(apa102(1, 0, false), wire, isOn -> wire.calls.add("power " + isOn));
    strip.probe();
    assertEquals(List.of("probe"), wire.calls);
    strip.show(new int[] {RED});
    strip.show(new int[] {RED});
    var red = "00000000ff0000ff0000000000";
    assertEquals(List.of("probe", "power true", red, red), wire.calls);
  }

  @Test
  void afterAFailureTheSupplyIsSwitchedOnAgain() throws Exception {
    var strip = new LedStrip(apa102(1, 0, false), wire, isOn -> wire.calls.add("power " + isOn));
    strip.show(new int[] {0});
    wire.isBroken = true;
    assertThrows(HalException.class, () -> strip.show(new int[] {0}));
    wire.isBroken = false;
    strip.show(new int[] {0});
    assertEquals(2, wire.calls.stream().filter("power true"::equals).count());
  }

  @Test
  void withoutASupplyNothingIsSent() {
    var strip =
        new LedStrip(
            apa102(1, 0, false),
            wire,
            _ -> {
              throw new HalException(
                  Kind.BUSY, "gpio line 5", "in use by another process", "find it with gpioinfo");
            });
    assertThrows(HalException.class, () -> strip.show(new int[] {0}));
    assertEquals(List.of(), wire.calls);
  }

  @Test
  void aPictureOfAnotherSizeIsABug() {
    var strip = new LedStrip(apa102(3, 0, false), wire, null);
    assertThrows(IllegalArgumentException.class, () -> strip.show(new int[2]));
  }
}
