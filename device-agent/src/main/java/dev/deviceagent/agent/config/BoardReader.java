package dev.deviceagent.agent.config;

import dev.deviceagent.hal.linux.profile.BoardProfile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** Reads a {@link BoardProfile}: a bundled one by its name, or a file by its path. */
public final class BoardReader {
  /** The bundled profiles. A new profile gets its line here. */
  public static final List<String> PROFILES =
      List.of(
          "generic-gpio",
          "respeaker-2mic",
          "respeaker-4mic",
          "respeaker-6mic",
          "adafruit-voice-bonnet",
          "google-aiy-v1",
          "whisplay");

  private static final String FOLDER = "/boards/";

  private BoardReader() {}

  /** Whether this is the path of a file, not the name of a profile. */
  static boolean isPath(String board) {
    return board.contains("/") || board.endsWith(".yaml");
  }

  /**
   * Reads a profile.
   *
   * @param board a name of {@link #PROFILES}, or a path, relative to the directory
   * @throws ConfigException with all problems of the file
   */
  public static BoardProfile read(String board, Path directory) throws ConfigException {
    try {
      if (isPath(board)) {
        var file = directory.resolve(board);
        return parse(TextFile.read(file), file.toString(), board);
      }
      var name = FOLDER + board + ".yaml";
      try (InputStream in = BoardReader.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException("there is no built-in profile of this name");
        }
        return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8), name, board);
      }
    } catch (IOException e) {
      throw new ConfigException(board, List.of(new Problem(1, 1, "cannot be read: " + e)));
    }
  }

  static BoardProfile parse(String text, String file, String name) throws ConfigException {
    var problems = new ArrayList<Problem>();
    var root =
        new Section("", ConfigReader.compose(text, problems), problems, new LinkedHashMap<>());
    var profile =
        new BoardProfile(
            name,
            root.section("gpio").list("chips"),
            each(root.section("buttons"), BoardParts::button),
            each(root.section("lights"), BoardParts::lamp),
            part(root, "strip", BoardParts::pixels),
            part(root, "display", BoardParts::panel),
            part(root, "volume", BoardParts::mixer),
            part(root, "microphone", BoardParts::mixer),
            part(root, "audio", BoardParts::pcm),
            part(root, "battery", BoardParts::gauge),
            root.optional("player", BoardProfile::checkedPlayer));
    root.tellUnknown();
    if (!problems.isEmpty()) {
      throw new ConfigException(file, problems);
    }
    return profile;
  }

  private interface Part<T> {
    T read(Section section);
  }

  private static <T> SequencedMap<String, T> each(Section parts, Part<T> part) {
    var each = new LinkedHashMap<String, T>();
    for (var name : parts.names()) {
      each.put(name, part.read(parts.section(name)));
    }
    return each;
  }

  /** Reads a section; null if the file has none. */
  private static <T> @Nullable T part(Section root, String name, Part<T> part) {
    boolean isThere = root.names().contains(name);
    var section = root.section(name);
    return isThere ? part.read(section) : null;
  }
}
