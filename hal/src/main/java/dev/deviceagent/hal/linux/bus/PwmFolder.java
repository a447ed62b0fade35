package dev.deviceagent.hal.linux.bus;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The files of one PWM channel: Documentation/ABI/testing/sysfs-class-pwm. Times are in
 * nanoseconds.
 */
final class PwmFolder {
  private static final long UDEV_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final Path chip;
  private final int channel;
  private final Path folder;
  private final String where;

  PwmFolder(Path chip, int channel) {
    this.chip = chip;
    this.channel = channel;
    this.folder = chip.resolve("pwm" + channel);
    this.where = chip + " channel " + channel;
  }

  /**
   * Requests the files from the kernel if they do not exist. They are never removed again: that
   * would switch the channel off, which lights a lamp that is lit by a low level (pwm-bcm2835.c,
   * free).
   */
  void export() throws HalException {
    if (Files.isDirectory(folder)) {
      return;
    }
    if (!Files.isDirectory(chip)) {
      throw new HalException(Kind.ABSENT, where, "no such PWM channel", PwmChips.IF_ABSENT);
    }
    var export = chip.resolve("export");
    int result = write(export, Integer.toString(channel));
    if (result < 0 && !Files.isDirectory(folder)) {
      throw switch (-result) {
        case Libc.EBUSY ->
            new HalException(
                Kind.BUSY,
                where,
                "in use by a kernel driver",
                "find it with: sudo cat /sys/kernel/debug/pwm");
        case Libc.ENODEV, Libc.EINVAL ->
            new HalException(
                Kind.ABSENT,
                where,
                "the chip has no such channel",
                "see the number of its channels in " + chip + "/npwm");
        default -> Errors.of(node(export), "request the channel", result);
      };
    }
    awaitGroup();
  }

  /**
   * Waits until udev has assigned the files to their group. They belong to root when they appear,
   * and udev changes that some milliseconds later (kernel commit 552c02e3e7cf). The wait uses file
   * notifications and takes at most a second. If udev does not act, the first write reports the
   * problem.
   */
  private void awaitGroup() {
    try (var watcher = folder.getFileSystem().newWatchService()) {
      folder.register(watcher, StandardWatchEventKinds.ENTRY_MODIFY);
      long end = System.nanoTime() + UDEV_NANOS;
      while (!isWritable()) {
        var key = watcher.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (key == null) {
          return;
        }
        key.pollEvents();
        key.reset();
      }
    } catch (IOException e) {
      return; // no notifications: the first write reports the problem
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isWritable() {
    return List.of("period", "duty_cycle", "polarity", "enable").stream()
        .allMatch(file -> Files.isWritable(folder.resolve(file)));
  }

  String where() {
    return where;
  }

  String read(String file) throws HalException {
    try {
      return SmallFiles.line(folder.resolve(file));
    } catch (IOException e) {
      throw new HalException(
          Kind.ABSENT, where, "cannot read it: " + e.getMessage(), PwmChips.IF_ABSENT);
    }
  }

  long readNanos(String file) throws HalException {
    var text = read(file);
    if (!text.matches("\\d{1,18}")) {
      throw new HalException(
          Kind.FAILED,
          where,
          file + " contains '" + text + "'",
          "check the kernel log with 'dmesg'");
    }
    return Long.parseLong(text);
  }

  void write(String file, String value) throws HalException {
    var path = folder.resolve(file);
    int result = write(path, value);
    if (result < 0) {
      throw Errors.of(node(path), "set " + file + " to " + value, result);
    }
  }

  private Node node(Path file) {
    return new Node(file, where, "gpio", PwmChips.IF_ABSENT);
  }

  /** Writes in one call, as the kernel requires. Returns the negative errno on failure. */
  private static int write(Path file, String value) {
    int fd = Libc.open(file.toString(), Libc.O_WRONLY | Libc.O_TRUNC | Libc.O_CLOEXEC);
    if (fd < 0) {
      return fd;
    }
    try (var arena = Arena.ofConfined()) {
      var text = arena.allocateFrom(value, StandardCharsets.US_ASCII);
      return (int) Libc.write(fd, text, value.length());
    } finally {
      Libc.close(fd);
    }
  }
}
