package dev.deviceagent.agent.storage;

import dev.deviceagent.agent.alarms.AlarmBook;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.tinylog.Logger;

/** What survives a restart: one small file for each item, in the state directory. */
public final class Store {
  private static final int TEXT_BYTES_MOST = 256 * 1024;

  private final Path directory;
  private final Path muteFile;
  private final Path lightsFile;
  private final @Nullable FileChannel talkFile;

  public Store(Path directory) {
    this.directory = directory;
    this.muteFile = directory.resolve("mute");
    this.lightsFile = directory.resolve("lights");
    this.talkFile = open(directory);
  }

  private static @Nullable FileChannel open(Path directory) {
    try {
      Files.createDirectories(directory);
      var file =
          FileChannel.open(
              directory.resolve("talking"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (file.size() == 0) {
        // Allocates the disk space now, so a disk that is full later still takes the mark.
        file.write(ByteBuffer.wrap(new byte[] {'0'}), 0);
        file.force(true);
      }
      return file;
    } catch (IOException e) {
      Logger.error(
          "{}: cannot save the state there, so it is lost at a restart ({}); set state.directory",
          directory,
          e);
      return null;
    }
  }

  /**
   * Whether the owner's mute is on. A file that cannot be read counts as on, which is the safe
   * state.
   */
  public boolean isMuted() {
    try {
      var text = text(muteFile).strip();
      if (text.equals("on") || text.equals("off")) {
        return text.equals("on");
      }
      Logger.error(
          "{}: neither on nor off, so the mute is on; end it with 'device-agent mute off'",
          muteFile);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      Logger.error(
          "{}: cannot be read ({}), so the mute is on; end it with 'device-agent mute off'",
          muteFile,
          e);
      return true;
    }
  }

  /** Our files are short. A long file is damaged and would not fit into memory. */
  private static String text(Path kept) throws IOException {
    if (Files.size(kept) > TEXT_BYTES_MOST) {
      throw new IOException("longer than " + TEXT_BYTES_MOST + " bytes");
    }
    return Files.readString(kept);
  }

  /** Stores the mute. It is on the disk when this returns. */
  void keepMute(boolean muted) throws IOException {
    replace(muteFile, muted ? "on\n" : "off\n");
  }

  /** What {@link #keepLights} stored; null if nothing was stored or it cannot be read. */
  @Nullable String lights() {
    try {
      return text(lightsFile);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      Logger.error("{}: cannot be read ({}), so no light is restored", lightsFile, e);
      return null;
    }
  }

  /** Stores the state of the lights. It is on the disk when this returns. */
  void keepLights(String states) throws IOException {
    replace(lightsFile, states + "\n");
  }

  /** The file of the alarms. A change is on the disk when its write returns. */
  public AlarmBook.File alarms() {
    var kept = directory.resolve("alarms");
    return new AlarmBook.File() {
      @Override
      public @Nullable String read() {
        try {
          return text(kept);
        } catch (NoSuchFileException e) {
          return null;
        } catch (IOException e) {
          Logger.error("{}: cannot be read ({}), so no saved alarm is set", kept, e);
          return null;
        }
      }

      @Override
      public void write(String text) throws IOException {
        replace(kept, text + "\n");
      }
    };
  }

  /** After a power failure the file holds either the old text or the new text. */
  private void replace(Path kept, String text) throws IOException {
    var fresh = directory.resolve(kept.getFileName() + ".new");
    try (var file =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
      file.force(true);
    }
    Files.move(fresh, kept, StandardCopyOption.ATOMIC_MOVE);
    try (var folder = FileChannel.open(directory, StandardOpenOption.READ)) {
      folder.force(true);
    }
  }

  /** Whether an earlier process ended while a talk was open at the cloud. */
  public boolean isTalkOpen() {
    if (talkFile == null) {
      return false;
    }
    try {
      var mark = ByteBuffer.allocate(1);
      return talkFile.read(mark, 0) == 1 && mark.get(0) == '1';
    } catch (IOException e) {
      Logger.error("{}: cannot be read ({})", directory.resolve("talking"), e);
      return false;
    }
  }

  /**
   * Records that a talk is open. Writes one byte to the page cache: the byte survives the end of
   * the process, and a press does not wait for the disk.
   */
  void markTalking(boolean talking) {
    write(file -> file.write(ByteBuffer.wrap(new byte[] {(byte) (talking ? '1' : '0')}), 0));
  }

  /** Writes the mark to the disk, where it also survives a power failure. */
  void keepTalking() {
    write(file -> file.force(false));
  }

  private interface Writing {
    void on(FileChannel file) throws IOException;
  }

  private void write(Writing writing) {
    if (talkFile != null) {
      try {
        writing.on(talkFile);
      } catch (IOException e) {
        Logger.error("{}: cannot be written ({})", directory.resolve("talking"), e);
      }
    }
  }
}
