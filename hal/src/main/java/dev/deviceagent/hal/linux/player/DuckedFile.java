package dev.deviceagent.hal.linux.player;

import dev.deviceagent.hal.HalException;
import dev.deviceagent.hal.HalException.Kind;
import dev.deviceagent.hal.linux.bus.SmallFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/**
 * What is ducked, over the end of the process: a file of one line, {@code before lowered whose},
 * which is there exactly as long as something is ducked. Not for two threads at a time.
 */
final class DuckedFile {
  private static final Pattern FORM = Pattern.compile("([\\d.E-]{1,24}) ([\\d.E-]{1,24}) (.+)\n?");

  /**
   * A player that is ducked.
   *
   * @param before its volume before, in its own unit
   * @param lowered its volume since
   */
  record Ducked(String whose, double before, double lowered) {}

  private final @Nullable Path file;
  private @Nullable Ducked ducked;
  private boolean isRead;

  DuckedFile(@Nullable Path file) {
    this.file = file;
  }

  /** What is ducked; null where nothing is. A file that makes no sense is told of, and nothing. */
  @Nullable Ducked ducked() {
    if (!isRead && file != null) {
      ducked = read(file);
    }
    isRead = true;
    return ducked;
  }

  private static @Nullable Ducked read(Path file) {
    try {
      var parts = FORM.matcher(SmallFiles.text(file));
      if (parts.matches()) {
        return new Ducked(
            parts.group(3), Double.parseDouble(parts.group(1)), Double.parseDouble(parts.group(2)));
      }
      tell(file, "its text makes no sense");
    } catch (NoSuchFileException e) {
      // nothing is ducked
    } catch (IOException | NumberFormatException e) {
      tell(file, e.toString());
    }
    return null;
  }

  /**
   * Keeps it. In the page cache: this is for a process that dies, and an AI that says a few words
   * must not wear out a card.
   *
   * @throws HalException where it cannot be
   */
  void keep(Ducked fresh) throws HalException {
    if (file != null) {
      try {
        write(file, "%s %s %s\n".formatted(fresh.before(), fresh.lowered(), fresh.whose()));
      } catch (IOException e) {
        throw new HalException(
            Kind.FAILED,
            fresh.whose(),
            "its volume cannot be kept in " + file + ", so it is not lowered (" + e + ")",
            "make room there, or set state.directory");
      }
    }
    ducked = fresh;
    isRead = true;
  }

  private static void write(Path file, String line) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    var fresh = file.resolveSibling(file.getFileName() + ".new");
    Files.writeString(fresh, line);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
  }

  /** Nothing is ducked any more. A file that stays does no harm until the volume is the same. */
  void forget() {
    ducked = null;
    isRead = true;
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        tell(file, "it cannot be deleted: " + e);
      }
    }
  }

  private static void tell(Path file, String problem) {
    LoggerFactory.getLogger(DuckedFile.class)
        .warn("{}: {}; set the player's volume by hand if it is too soft", file, problem);
  }
}
