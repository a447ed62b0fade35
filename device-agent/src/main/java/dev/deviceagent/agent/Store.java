package dev.deviceagent.agent;

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

/** What is kept over restarts, one small file each, in the state directory. */
final class Store {
  private static final int TEXT_BYTES_MOST = 256 * 1024;

  private final Path directory;
  private final Path muteFile;
  private final Path lightsFile;
  private final @Nullable FileChannel talkFile;

  Store(Path directory) {
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
        // Its place on the disk is taken now: a disk that fills up later has room for the mark.
        file.write(ByteBuffer.wrap(new byte[] {'0'}), 0);
        file.force(true);
      }
      return file;
    } catch (IOException e) {
      Logger.error(
          "{}: nothing can be kept there over a restart ({}); set state.directory", directory, e);
      return null;
    }
  }

  /** Whether the owner's mute is on. What cannot be read is taken for on: better mute than not. */
  boolean isMuted() {
    try {
      var text = text(muteFile).strip();
      if (text.equals("on") || text.equals("off")) {
        return text.equals("on");
      }
      Logger.error("{}: neither on nor off, taken for on; 'device-agent mute off'", muteFile);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      Logger.error("{}: cannot be read ({}), taken for on", muteFile, e);
      return true;
    }
  }

  /** A file of ours is short; one that is not is spoilt, and would not fit into the memory. */
  private static String text(Path kept) throws IOException {
    if (Files.size(kept) > TEXT_BYTES_MOST) {
      throw new IOException("longer than " + TEXT_BYTES_MOST + " bytes");
    }
    return Files.readString(kept);
  }

  /** Keeps the mute; it is on the disk itself when this returns. */
  void keepMute(boolean muted) throws IOException {
    replace(muteFile, muted ? "on\n" : "off\n");
  }

  /** What {@link #keepLights} kept; null where it is nothing, or cannot be read. */
  @Nullable String lights() {
    try {
      return text(lightsFile);
    } catch (NoSuchFileException e) {
      return null;
    } catch (IOException e) {
      Logger.error("{}: cannot be read ({})", lightsFile, e);
      return null;
    }
  }

  /** Keeps how the lights are; it is on the disk itself when this returns. */
  void keepLights(String states) throws IOException {
    replace(lightsFile, states + "\n");
  }

  /** Where the alarms are kept; a change is on the disk itself when its write returns. */
  AlarmBook.File alarms() {
    var kept = directory.resolve("alarms");
    return new AlarmBook.File() {
      @Override
      public @Nullable String read() {
        try {
          return text(kept);
        } catch (NoSuchFileException e) {
          return null;
        } catch (IOException e) {
          Logger.error("{}: cannot be read ({})", kept, e);
          return null;
        }
      }

      @Override
      public void write(String text) throws IOException {
        replace(kept, text + "\n");
      }
    };
  }

  /** Either the old text or the new one is there, whenever the power goes. */
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

  /** Whether a process before this one ended while a talk was open at the cloud. */
  boolean isTalkOpen() {
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
   * Remembers that a talk is open. One byte into the page cache: a process that dies leaves it
   * there, and a press does not wait for a disk.
   */
  void markTalking(boolean talking) {
    write(file -> file.write(ByteBuffer.wrap(new byte[] {(byte) (talking ? '1' : '0')}), 0));
  }

  /** Has the mark on the disk itself, where it outlives a power cut too. */
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
