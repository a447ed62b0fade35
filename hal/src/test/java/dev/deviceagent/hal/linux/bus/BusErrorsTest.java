package dev.deviceagent.hal.linux.bus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The errors of a bus that cannot be used, and the next attempt to use it. */
class BusErrorsTest {
  @TempDir Path folder;
  private Pi4jContext context;

  @BeforeEach
  void open() {
    context = new Pi4jContext(folder, folder, List.of("a chip"), Thread::new);
  }

  @AfterEach
  void close() {
    context.close();
  }

  private static void assertTold(Kind kind, String words, Executable use) {
    var thrown = assertThrows(HalException.class, use);
    assertEquals(kind, thrown.kind(), thrown.getMessage());
    assertTrue(thrown.getMessage().contains(words), thrown.getMessage());
  }

  @Test
  void aMissingSpiBusSaysWhichLineTurnsItOn() {
    assertTold(Kind.ABSENT, "dtparam=spi=on", context.spi("a", 0, 1, 8_000_000)::probe);
    assertTold(Kind.ABSENT, "dtoverlay=spi1-3cs", context.spi("b", 1, 2, 8_000_000)::probe);
  }

  @Test
  void anSpiBusThatPi4jCannotNameIsRefused() {
    assertTold(Kind.UNSUPPORTED, "spidev10.0", context.spi("a", 10, 0, 8_000_000)::probe);
  }

  @Test
  void aMissingI2cBusSaysWhichLineTurnsItOn() {
    assertTold(Kind.ABSENT, "dtparam=i2c_arm=on", () -> context.i2c("a", 1, 0x36).read(4, 2));
    assertTold(Kind.ABSENT, "i2c-dev", () -> context.i2c("b", 1, 0x36).write((byte) 0));
    assertTold(Kind.ABSENT, "dtoverlay=i2c3", () -> context.i2c("c", 3, 0x36).read(4, 2));
  }

  /** A file instead of a bus refuses every call of a bus, so the bus no longer counts as absent. */
  @Test
  void aBusThatComesLaterIsOpenedByTheSameDoor() throws IOException {
    var spi = context.spi("a", 0, 0, 8_000_000);
    var i2c = context.i2c("b", 1, 0x36);
    assertTold(Kind.ABSENT, "spidev0.0", () -> spi.write(new byte[3]));
    assertTold(Kind.ABSENT, "i2c-1", () -> i2c.read(4, 2));
    Files.createFile(folder.resolve("spidev0.0"));
    Files.createFile(folder.resolve("i2c-1"));
    for (int i = 0; i < 2; i++) {
      assertTold(Kind.FAILED, "set its mode", () -> spi.write(new byte[3]));
      assertTold(Kind.FAILED, "read its functionality", () -> i2c.read(4, 2));
    }
  }

  @Test
  void aMissingGpioChipIsToldOfEachLineAndNothingElse() {
    assertTold(Kind.ABSENT, "a chip", () -> context.line("a", 17, false).isActive());
    assertTold(Kind.ABSENT, "a chip", context.twoLines("b", 10, 11)::probe);
    assertTold(Kind.ABSENT, "spi=on", context.spi("c", 0, 0, 1000)::probe);
  }

  @ParameterizedTest
  @ValueSource(ints = {Libc.EREMOTEIO, Libc.ENXIO, Libc.EIO})
  void aChipThatDoesNotAnswerIsAbsent(int errno) {
    var bus = Node.of(Path.of("/dev/i2c-1"), "i2c", "");
    var thrown = I2cErrors.of(bus, 1, 0x36, -errno);
    assertEquals(
        "/dev/i2c-1 address 0x36: no chip answers at 0x36; check its wiring and its address:"
            + " i2cdetect -y 1",
        thrown.getMessage());
    assertEquals(Kind.ABSENT, thrown.kind());
  }

  @Test
  void aBusThatIsHeldLowHasFailed() {
    var bus = Node.of(Path.of("/dev/i2c-1"), "i2c", "");
    assertEquals(Kind.FAILED, I2cErrors.of(bus, 1, 0x36, -Libc.ETIMEDOUT).kind());
    assertEquals(Kind.UNSUPPORTED, I2cErrors.of(bus, 1, 0x36, -Libc.EOPNOTSUPP).kind());
  }

  @Test
  void aMessageThatIsTooLongNamesTheParameter() throws Exception {
    SpiLimit.check("spi", 4096, 4096);
    assertTold(Kind.UNSUPPORTED, "spidev.bufsiz=8192", () -> SpiLimit.check("spi", 4097, 4096));
    assertTold(Kind.UNSUPPORTED, "spidev.bufsiz=8192", () -> SpiLimit.check("spi", 8192, 4096));
  }

  @Test
  void theLimitIsTheKernelsOrTheUsualOne() throws IOException {
    var parameter = folder.resolve("bufsiz");
    assertEquals(4096, new SpiLimit(parameter).bytes());
    Files.writeString(parameter, "65536\n");
    assertEquals(65536, new SpiLimit(parameter).bytes());
  }

  @Test
  void theGroupThatMayIsTheFilesOwn() throws IOException {
    var file = Files.createFile(folder.resolve("spidev0.0"));
    var node = Node.of(file, "spi", "");
    var view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    if (view.readAttributes().group().getName().equals("root")) {
      assertTrue(
          Errors.ifDenied(node).contains("give the device to the group spi with a udev rule"));
      var groups = file.getFileSystem().getUserPrincipalLookupService();
      view.setGroup(groups.lookupPrincipalByGroupName("daemon"));
    }
    var group = view.readAttributes().group().getName();
    var denied = Errors.of(node, "open it", -Libc.EACCES);
    assertEquals(Kind.DENIED, denied.kind());
    assertTrue(denied.cure().contains("usermod -aG " + group + " USER"), denied.cure());
  }

  @Test
  void whoHasADeviceOpenIsToldByNumberAndName() throws IOException {
    var device = Path.of("/dev/spidev0.0");
    for (var pid : List.of("812", "99", "self")) {
      Files.createDirectories(folder.resolve(pid).resolve("fd"));
    }
    Files.createSymbolicLink(folder.resolve("812/fd/0"), Path.of("/dev/null"));
    Files.createSymbolicLink(folder.resolve("812/fd/5"), device);
    Files.createSymbolicLink(folder.resolve("self/fd/5"), device);
    Files.writeString(folder.resolve("812/comm"), "mpd\n");
    assertEquals(List.of("pid 812 (mpd)"), Holders.of(device, folder));
    assertEquals(List.of(), Holders.of(Path.of("/dev/i2c-1"), folder));
    assertEquals(List.of(), Holders.of(device, folder.resolve("no proc")));
  }
}
