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
 * Records which player is ducked, beyond the end of this process. The file has one line, {@code
 * before lowered whose}, and exists exactly as long as a player is ducked. One thread at a time.
 */
final class DuckedFile {
  private static final Pattern FORM = Pattern.compile("([\\d.E-]{1,24}) ([\\d.E-]{1,24}) (.+)\n?");

  /**
   * A player that is ducked.
   *
   * @param before its volume before, in its unit
   * @param lowered its volume since
   */
  record Ducked(String whose, double before, double lowered) {}

  private final @Nullable Path file;
  private @Nullable Ducked ducked;
  private boolean isRead;

  DuckedFile(@Nullable Path file) {
    this.file = file;
  }

  /** Returns the ducked player, or null. An invalid file is logged and ignored. */
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
      tell(file, "the file is damaged");
    } catch (NoSuchFileException e) {
      // nothing is ducked
    } catch (IOException | NumberFormatException e) {
      tell(file, e.toString());
    }
    return null;
  }

  /**
   * Records a ducked player. The file is written to the page cache only: it has to survive the end
   * of this process, and short replies of the AI must not wear out an SD card.
   *
   * @throws HalException if the file cannot be written
   */
  void keep(Ducked fresh) throws HalException {
    if (file != null) {
      try {
        write(file, "%s %s %s\n".formatted(fresh.before(), fresh.lowered(), fresh.whose()));
      } catch (IOException e) {
        throw new HalException(
            Kind.FAILED,
            fresh.whose(),
            "cannot save its volume in " + file + ", so it is not lowered (" + e + ")",
            "free space on that disk, or set state.directory");
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

  /**
   * Records that no player is ducked. A file that cannot be deleted has no effect until a player
   * has a recorded volume again.
   */
  void forget() {
    ducked = null;
    isRead = true;
    if (file != null) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        tell(file, "cannot be deleted: " + e);
      }
    }
  }

  private static void tell(Path file, String problem) {
    LoggerFactory.getLogger(DuckedFile.class)
        .warn("{}: {}; set the player's volume by hand if it is too low", file, problem);
  }
}
