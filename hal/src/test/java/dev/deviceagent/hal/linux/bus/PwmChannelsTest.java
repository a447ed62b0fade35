package dev.deviceagent.hal.linux.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.linux.bus.PwmSetup.Seen;
import dev.deviceagent.hal.linux.bus.PwmSetup.Write;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PWM, with a folder instead of the kernel's. */
class PwmChannelsTest {
  private static final List<String> NAMES = List.of("1f00098000.pwm", "fe20c000.pwm");

  @TempDir Path system;
  private Pi4jContext context;

  @BeforeEach
  void open() {
    context = new Pi4jContext(system, system, List.of(), Thread::new);
  }

  @AfterEach
  void close() {
    context.close();
  }

  private Path chip(int number, String device) throws IOException {
    var chip = Files.createDirectories(system.resolve("class/pwm/pwmchip" + number));
    Files.createSymbolicLink(chip.resolve("device"), Path.of("../../../" + device));
    Files.createFile(chip.resolve("export"));
    return chip;
  }

  private static Path channel(Path chip, int number) throws IOException {
    var channel = Files.createDirectories(chip.resolve("pwm" + number));
    Files.writeString(channel.resolve("period"), "0\n");
    Files.writeString(channel.resolve("duty_cycle"), "0\n");
    Files.writeString(channel.resolve("polarity"), "normal\n");
    Files.writeString(channel.resolve("enable"), "0\n");
    return channel;
  }

  private static String state(Path channel) throws IOException {
    var state = new StringBuilder();
    for (var file : List.of("period", "duty_cycle", "polarity", "enable")) {
      state.append(Files.readString(channel.resolve(file)).strip()).append(' ');
    }
    return state.toString().strip();
  }

  private PwmOut pwm(boolean activeLow) {
    return context.pwm("lamp", NAMES, 1, 1000, activeLow);
  }

  @Test
  void aFolderThatIsNoChipIsIgnored() throws Exception {
    for (var name : List.of("pwmchip9x", "pwmchip99999999999", "pwmchip7")) {
      Files.createDirectories(system.resolve("class/pwm/" + name));
    }
    var failure = assertThrows(HalException.class, () -> pwm(false).share());
    assertEquals(Kind.ABSENT, failure.kind());
    assertTrue(
        failure.cure().startsWith("choose one that the kernel lists: pwmchip7; or "),
        failure.cure());
  }

  @Test
  void aChannelIsDarkAtFirstAndHasTheShareThatIsSet() throws Exception {
    var channel = channel(chip(3, "fe20c000.pwm"), 1);
    var pwm = pwm(false);
    assertEquals(0, pwm.share());
    assertEquals("1000000 0 normal 1", state(channel));
    pwm.set(0.25);
    assertEquals("1000000 250000 normal 1", state(channel));
    assertEquals(0.25, pwm.share());
  }

  @Test
  void aChannelThatIsLitByALowLevelIsTurnedRound() throws Exception {
    var channel = channel(chip(0, "fe20c000.pwm"), 1);
    pwm(true).set(1);
    assertEquals("1000000 1000000 inversed 1", state(channel));
  }

  @Test
  void atTheEndAChannelIsDarkAndStaysEnabled() throws Exception {
    var channel = channel(chip(0, "fe20c000.pwm"), 1);
    pwm(true).set(1);
    context.close();
    assertEquals("1000000 0 inversed 1", state(channel));
  }

  @Test
  void theFirstOfTheNamesThatIsThereIsTaken() throws Exception {
    channel(chip(0, "fe20c000.pwm"), 1);
    var header = channel(chip(7, "1f00098000.pwm"), 1);
    pwm(false).set(1);
    assertEquals("1000000 1000000 normal 1", state(header));
  }

  @Test
  void aChipIsFoundByItsNumberToo() throws Exception {
    var channel = channel(chip(4, "whatever"), 0);
    context.pwm("lamp", List.of("4"), 0, 100, false).set(0.5);
    assertEquals("10000000 5000000 normal 1", state(channel));
  }

  @Test
  void aMissingChipSaysWhichLineMakesOneAndWhichThereAre() throws Exception {
    var pwm = pwm(false);
    var none = assertThrows(HalException.class, pwm::share);
    assertEquals(Kind.ABSENT, none.kind());
    assertTrue(none.cure().contains("dtoverlay=pwm-2chan"), none.cure());
    chip(2, "pwm_gpio");
    var other = assertThrows(HalException.class, pwm::share);
    assertTrue(other.cure().contains("the kernel lists: pwm_gpio"), other.cure());
  }

  @Test
  void aChannelThatIsNotThereIsAskedForAndFoundWhenItComes() throws Exception {
    var chip = chip(0, "fe20c000.pwm");
    var pwm = pwm(false);
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, pwm::share).kind());
    assertEquals("1", Files.readString(chip.resolve("export")));
    channel(chip, 1);
    assertEquals(0, pwm.share());
  }

  @Test
  void whenAChannelGoesTheNextUseLooksForItAgain() throws Exception {
    var chip = chip(0, "fe20c000.pwm");
    var channel = channel(chip, 1);
    var pwm = pwm(false);
    pwm.set(1);
    Files.delete(channel.resolve("duty_cycle"));
    assertEquals(Kind.ABSENT, assertThrows(HalException.class, () -> pwm.set(0.5)).kind());
    Files.delete(chip.resolve("device"));
    Files.move(chip, chip.resolveSibling("pwmchip9"));
    var moved = chip.resolveSibling("pwmchip9");
    Files.createSymbolicLink(moved.resolve("device"), Path.of("../../../fe20c000.pwm"));
    Files.writeString(moved.resolve("pwm1/duty_cycle"), "0");
    pwm.set(0.5);
    assertEquals("1000000 500000 normal 1", state(moved.resolve("pwm1")));
  }

  @Test
  void aFreshChannelTakesNothingBeforeItsPeriod() {
    assertEquals(
        List.of(
            new Write("period", "1000000"),
            new Write("polarity", "inversed"),
            new Write("enable", "1")),
        new PwmSetup(1_000_000, true).from(new Seen(0, false, false)));
  }

  @Test
  void aShorterPeriodComesAfterADutyOfZero() {
    assertEquals(
        List.of(new Write("duty_cycle", "0"), new Write("period", "500000")),
        new PwmSetup(500_000, false).from(new Seen(1_000_000, false, true)));
  }

  @Test
  void aRunningChannelIsStoppedBeforeItIsTurnedRound() {
    assertEquals(
        List.of(
            new Write("duty_cycle", "0"),
            new Write("enable", "0"),
            new Write("polarity", "inversed"),
            new Write("enable", "1")),
        new PwmSetup(1_000_000, true).from(new Seen(1_000_000, false, true)));
  }
}
