package dev.deviceagent.machine.kernel;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Acts on the machine from outside: presses on its lines, removes its sound card and puts it back.
 */
final class KernelHardware {
  /** The button's line, as in the board file that {@code init} writes. */
  static final int TALK = 17;

  /** The chip, found by the name of its device. The kernel gives it a name such as "gpiochip0". */
  static final Path CHIP = chip("gpio-sim.0");

  // Kept open for fast bounce trains. The kernel takes each write as a whole.
  private static final FileChannel PULL = pull(CHIP.resolve("sim_gpio" + TALK));

  private static final Path DUMMY = Path.of("/sys/bus/platform/drivers/snd_dummy");
  private static final Path CARDS = Path.of("/proc/asound/cards");

  private KernelHardware() {}

  static Path chip(String device) {
    try (var files =
        Files.newDirectoryStream(Path.of("/sys/devices/platform", device), "gpiochip*")) {
      return files.iterator().next();
    } catch (IOException e) {
      throw new IllegalStateException("init has made no such chip", e);
    }
  }

  private static FileChannel pull(Path line) {
    try {
      return FileChannel.open(line.resolve("pull"), StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void press() throws IOException {
    pull("pull-down");
  }

  static void release() throws IOException {
    pull("pull-up");
  }

  private static void pull(String how) throws IOException {
    PULL.write(ByteBuffer.wrap(how.getBytes(StandardCharsets.US_ASCII)), 0);
  }

  /**
   * Presses or releases at the first of these times, and bounces at the others.
   *
   * @return the nanoseconds until the kernel had reported the last edge
   */
  static long bounce(boolean pressed, long[] atNanos) throws IOException {
    long start = System.nanoTime();
    for (int i = 0; i < atNanos.length; i++) {
      pauseUntil(start + atNanos[i]);
      pull(pressed == (i % 2 == 0) ? "pull-down" : "pull-up");
    }
    pauseUntil(
        System.nanoTime() + 1_000_000); // gpio-sim reports edges on the tick, which ends this
    return System.nanoTime() - start;
  }

  /** An output's level. */
  static String level(int line) throws IOException {
    return Files.readString(CHIP.resolve("sim_gpio" + line + "/value")).strip();
  }

  /** The volume of the card in percent of perceived loudness, from an independent program. */
  static String amixer() throws IOException {
    var said = output("amixer", "-M", "-c", "Dummy", "sget", "Master");
    var percent = Pattern.compile("(?m): (?:Playback )?\\d+ \\[(\\d+)%]").matcher(said);
    return percent.find() ? percent.group(1) : said;
  }

  /** Whether the card's capture switch is open. */
  static boolean hears() throws IOException {
    return output("amixer", "-c", "Dummy", "sget", "Mic").contains("[on]");
  }

  /**
   * Removes the card. Its driver releases it only when the last program has closed it, so this does
   * not wait for the end of the removal.
   */
  static Process removeCard() throws IOException {
    return bind("unbind");
  }

  static Process putCardBack() throws IOException {
    return bind("bind");
  }

  private static Process bind(String how) throws IOException {
    return new ProcessBuilder("sh", "-c", "echo snd_dummy.0 >" + DUMMY.resolve(how)).start();
  }

  static boolean hasCard() {
    try {
      return Files.readString(CARDS).contains("Dummy");
    } catch (IOException e) {
      return false;
    }
  }

  /** The output of a program, once it has ended. */
  static String output(String... command) throws IOException {
    var process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  private static void pauseUntil(long nanos) {
    LockSupport.parkNanos(nanos - System.nanoTime());
  }
}
