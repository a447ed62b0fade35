package dev.deviceagent.hal.linux.bus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the small files and the folders by which the kernel tells what it knows. Whatever is in
 * them, it takes little memory and throws nothing but {@link IOException}. For any thread.
 */
public final class SmallFiles {
  /** A file of sysfs has one page; {@code /proc/asound/cards} has 5 KB for 32 cards. */
  static final int BYTES = 64 * 1024;

  private SmallFiles() {}

  /** The text of a file of one line, without white space at its ends. */
  public static String line(Path file) throws IOException {
    return text(file).strip();
  }

  /** The text of a file, at most its first 64 KB; bytes that are not UTF-8 become U+FFFD. */
  public static String text(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(BYTES), StandardCharsets.UTF_8);
    }
  }

  /** The files of a folder whose names fit, sorted. */
  public static List<Path> children(Path folder, String glob) throws IOException {
    var children = new ArrayList<Path>();
    try (var files = Files.newDirectoryStream(folder, glob)) {
      files.forEach(children::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause(); // the folder failed while it was read
    }
    children.sort(null);
    return children;
  }
}
