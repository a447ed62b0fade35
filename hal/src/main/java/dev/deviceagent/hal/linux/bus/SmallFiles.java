package dev.deviceagent.hal.linux.bus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the small files and the folders that the kernel provides. Whatever they contain, this uses
 * little memory and throws nothing but {@link IOException}. Any thread.
 */
public final class SmallFiles {
  /** A sysfs file is at most one page; {@code /proc/asound/cards} has 5 KB for 32 cards. */
  static final int BYTES = 64 * 1024;

  private SmallFiles() {}

  /** Returns the text of a file with one line, without white space at its ends. */
  public static String line(Path file) throws IOException {
    return text(file).strip();
  }

  /**
   * Returns the text of a file, at most its first 64 KB. Bytes that are not UTF-8 become U+FFFD.
   */
  public static String text(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BYTES), StandardCharsets.UTF_8);
    }
  }

  /** Returns the files of a folder whose names match, sorted. */
  public static List<Path> children(Path folder, String glob) throws IOException {
    var children = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(folder, glob)) {
      files.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause(); // reading the folder failed
    }
    children.sort(null);
    return children;
  }
}
