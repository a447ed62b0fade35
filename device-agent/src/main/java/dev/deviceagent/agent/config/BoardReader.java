package dev.deviceagent.agent.config;

import dev.deviceagent.hal.linux.BoardProfile;
import dev.deviceagent.hal.linux.BoardProfile.Button;
import dev.deviceagent.hal.linux.BoardProfile.Lamp;
import dev.deviceagent.hal.linux.BoardProfile.Mixer;
import dev.deviceagent.hal.linux.BoardProfile.Pull;
import dev.deviceagent.hal.linux.MpdPlayer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/** A board's file to a {@link BoardProfile}: one that is in the program, or one by its path. */
public final class BoardReader {
  /** The profiles in the program. This is where a new one gets its line. */
  public static final List<String> PROFILES = List.of("generic-gpio");

  private static final String FOLDER = "/boards/";
  private static final int LINES_MOST = 1023;

  private BoardReader() {}

  /** Whether this is meant as a file's path, and not as the name of a profile. */
  static boolean isPath(String board) {
    return board.contains("/") || board.endsWith(".yaml");
  }

  /**
   * Reads a profile.
   *
   * @param board a name of {@link #PROFILES}, or a path; it starts from the directory
   * @throws ConfigException with all that is wrong with it
   */
  public static BoardProfile read(String board, Path directory) throws ConfigException {
    try {
      if (isPath(board)) {
        var file = directory.resolve(board);
        return parse(Files.readString(file), file.toString(), board);
      }
      var name = FOLDER + board + ".yaml";
      try (InputStream in = BoardReader.class.getResourceAsStream(name)) {
        if (in == null) {
          throw new IOException("no such profile in the program");
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
            each(root.section("buttons"), BoardReader::button),
            each(root.section("lights"), BoardReader::lamp),
            mixer(root, "volume"),
            mixer(root, "microphone"),
            root.value("battery", "false", Values::truth),
            root.optional("player", MpdPlayer::checked));
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

  private static Button button(Section button) {
    var pull = button.value("pull", "up", Values.oneOf(List.of("up", "down", "none")));
    return new Button(
        line(button), isLow(button, "low"), Pull.valueOf(pull.toUpperCase(Locale.ROOT)));
  }

  private static Lamp lamp(Section lamp) {
    return new Lamp(line(lamp), isLow(lamp, "high"));
  }

  private static int line(Section part) {
    return part.required("line", 0, Values.integer(0, LINES_MOST));
  }

  private static boolean isLow(Section part, String otherwise) {
    return part.value("active", otherwise, Values.oneOf(List.of("low", "high"))).equals("low");
  }

  private static @Nullable Mixer mixer(Section root, String name) {
    boolean isThere = root.names().contains(name);
    var mixer = root.section(name);
    return isThere
        ? new Mixer(
            mixer.value("card", "default", Values::text), mixer.optional("control", Values::text))
        : null;
  }
}
