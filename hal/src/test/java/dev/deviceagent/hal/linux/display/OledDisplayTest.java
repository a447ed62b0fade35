package dev.deviceagent.hal.linux.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.Picture;
import dev.deviceagent.hal.linux.bus.I2cPort;
import dev.deviceagent.hal.linux.profile.BoardProfile.Controller;
import dev.deviceagent.hal.linux.profile.BoardProfile.Panel;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class OledDisplayTest {
  private static final String SSD1306 = "00aed580a83fd300408d142002a1c8da1281ffd9f1db402ea4a6";
  private static final String SH1106 = "00aed550a83fd30040ad8b32a1c8da1281ffd922db35a4a6";

  /** Records the transfers; may stop answering after a number of them. */
  private static final class FakePort implements I2cPort {
    final List<String> sent = new ArrayList<>();
    int working = Integer.MAX_VALUE;

    @Override
    public String where() {
      return "/dev/i2c-1 address 0x3c";
    }

    @Override
    public void write(byte... bytes) throws HalException {
      if (working-- <= 0) {
        throw new HalException(Kind.ABSENT, where(), "does not answer", "check the wires");
      }
      sent.add(HexFormat.of().formatHex(bytes));
    }

    @Override
    public byte[] read(int register, int count) {
      throw new AssertionError("a screen is not read");
    }
  }

  private final FakePort port = new FakePort();
  private final Picture picture = new Picture(128, 64);

  private OledDisplay display(Controller controller) {
    return new OledDisplay(new Panel(controller, 1, 0x3C, false, 100), port);
  }

  /** All pages of a dark picture. */
  private static List<String> darkPages(String column) {
    var pages = new ArrayList<String>();
    for (int page = 0; page < 8; page++) {
      pages.add("00b" + page + column);
      pages.add("40" + "00".repeat(128));
    }
    return pages;
  }

  private static List<String> all(String begin, List<String> pages, String... end) {
    var all = new ArrayList<String>();
    all.add(begin);
    all.addAll(pages);
    all.addAll(List.of(end));
    return all;
  }

  @Test
  void anSsd1306IsSetUpFilledAndOnlyThenSwitchedOn() throws Exception {
    display(Controller.SSD1306).show(picture);
    assertEquals(all(SSD1306, darkPages("0010"), "00af"), port.sent);
  }

  @Test
  void anSh1106HasItsOwnWordsAndTwoColumnsMore() throws Exception {
    display(Controller.SH1106).show(picture);
    assertEquals(all(SH1106, darkPages("0210"), "00af"), port.sent);
  }

  @Test
  void upsideDownBothDirectionsTurnAndContrastIsOf255() throws Exception {
    new OledDisplay(new Panel(Controller.SSD1306, 1, 0x3C, true, 80), port).show(picture);
    assertEquals(SSD1306.replace("a1c8", "a0c0").replace("81ff", "81cc"), port.sent.getFirst());
  }

  @Test
  void aByteIsEightRowsTheUpperOneLeastSignificant() throws Exception {
    picture.set(0, 0, true);
    picture.set(127, 63, true);
    picture.set(1, 15, true);
    picture.set(1, 8, true);
    display(Controller.SSD1306).show(picture);
    assertEquals("4001" + "00".repeat(127), port.sent.get(2));
    assertEquals("400081" + "00".repeat(126), port.sent.get(4));
    assertEquals("40" + "00".repeat(127) + "80", port.sent.get(16));
  }

  @Test
  void onlyPagesThatChangedAreSent() throws Exception {
    var display = display(Controller.SSD1306);
    display.show(picture);
    port.sent.clear();
    display.show(picture);
    assertEquals(List.of(), port.sent);
    picture.set(2, 20, true);
    display.show(picture);
    assertEquals(List.of("00b20010", "40000010" + "00".repeat(125)), port.sent);
  }

  @Test
  void afterAFailureEverythingIsToldAnew() throws Exception {
    var display = display(Controller.SSD1306);
    display.show(picture);
    port.working = 1;
    picture.set(2, 20, true);
    assertThrows(HalException.class, () -> display.show(picture));
    port.working = Integer.MAX_VALUE;
    picture.set(2, 20, false);
    port.sent.clear();
    display.show(picture);
    assertEquals(all(SSD1306, darkPages("0010"), "00af"), port.sent);
  }

  @Test
  void aProbeIsACommandThatDoesNothing() throws Exception {
    display(Controller.SH1106).probe();
    assertEquals(List.of("00e3"), port.sent);
    port.working = 0;
    assertThrows(HalException.class, () -> display(Controller.SH1106).probe());
  }

  @Test
  void closedItIsDarkAndShownAgainItIsSetUpAgain() throws Exception {
    var display = display(Controller.SSD1306);
    display.close();
    assertEquals(List.of(), port.sent);
    display.show(picture);
    display.close();
    display.close();
    assertEquals(all(SSD1306, darkPages("0010"), "00af", "00ae"), port.sent);
    display.show(picture);
    assertEquals(SSD1306, port.sent.get(19));
  }

  @Test
  void closingAScreenThatIsGoneFailsNobody() throws Exception {
    var display = display(Controller.SSD1306);
    display.show(picture);
    port.working = 0;
    display.close();
  }

  @Test
  void aPictureOfAnotherSizeIsABug() {
    var display = display(Controller.SSD1306);
    assertThrows(IllegalArgumentException.class, () -> display.show(new Picture(64, 128)));
  }
}
