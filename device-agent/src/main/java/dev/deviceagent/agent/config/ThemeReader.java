package dev.deviceagent.agent.config;

import dev.deviceagent.agent.lights.Flash;
import dev.deviceagent.agent.lights.Theme;
import dev.deviceagent.agent.lights.effects.Effects;
import dev.deviceagent.agent.lights.effects.Style;
import dev.deviceagent.agent.view.Indication;
import dev.deviceagent.hal.Colour;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Theme}: the bundled one, or a file whose values override the bundled ones. */
public final class ThemeReader {
  /** The bundled theme. */
  public static final String DEFAULT = "default";

  private static final String FILE = "/themes/default.yaml";
  private static final String OTHER_EMOTIONS = "default";
  private static final Duration SHORTEST = Duration.ofMillis(50);
  private static final Duration LONGEST = Duration.ofMinutes(10);

  private ThemeReader() {}

  /** Reads a theme with the program's effects, as below. */
  public static Theme read(String theme, Path directory) throws ConfigException {
    return read(theme, directory, Effects.TABLE);
  }

  /**
   * Reads a theme.
   *
   * @param theme {@link #DEFAULT}, or a path, relative to the directory
   * @param effects that the file may name
   * @throws ConfigException with all problems of the file, such as unknown effects and flashes
   */
  public static Theme read(String theme, Path directory, Effects effects) throws ConfigException {
    if (theme.equals(DEFAULT)) {
      return shipped();
    }
    var file = directory.resolve(theme);
    try {
      return parse(TextFile.read(file), file.toString(), shipped(), effects);
    } catch (IOException e) {
      throw new ConfigException(theme, List.of(new Problem(1, 1, "cannot be read: " + e)));
    }
  }

  /** The bundled theme. Not checked for flashes here: a test does that. */
  static Theme shipped() throws ConfigException {
    try (InputStream in = ThemeReader.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IOException("there is no built-in theme of this name");
      }
      return parse(
          new String(in.readAllBytes(), StandardCharsets.UTF_8), FILE, null, Effects.TABLE);
    } catch (IOException e) {
      throw new ConfigException(FILE, List.of(new Problem(1, 1, e.toString())));
    }
  }

  /**
   * @param base supplies the values that the text omits; null for the bundled theme itself
   */
  static Theme parse(String text, String name, @Nullable Theme base, Effects effects)
      throws ConfigException {
    var problems = new ArrayList<Problem>();
    var root =
        new Section("", ConfigReader.compose(text, problems), problems, new LinkedHashMap<>());
    var styles = new EnumMap<Indication, Style>(Indication.class);
    var emotions = new LinkedHashMap<String, Style>(base == null ? Map.of() : base.emotions());
    for (var indication : Indication.values()) {
      if (indication.isThemed() && indication != Indication.EMOTION) {
        styles.put(
            indication,
            style(
                root,
                indication.word(),
                base == null ? null : base.styles().get(indication),
                effects,
                problems));
      }
    }
    var felt = root.section("emotions");
    var other = base == null ? null : base.styles().get(Indication.EMOTION);
    styles.put(Indication.EMOTION, style(felt, OTHER_EMOTIONS, other, effects, problems));
    for (var emotion : felt.names()) {
      if (!emotion.equals(OTHER_EMOTIONS)) {
        emotions.put(emotion, style(felt, emotion, emotions.get(emotion), effects, problems));
      }
    }
    root.tellUnknown();
    if (!problems.isEmpty()) {
      throw new ConfigException(name, problems);
    }
    return new Theme(styles, emotions);
  }

  private static Style style(
      Section parent, String name, @Nullable Style base, Effects effects, List<Problem> problems) {
    if (base != null && !parent.names().contains(name)) {
      parent.section(name);
      return base;
    }
    var section = parent.section(name);
    int before = problems.size();
    var style =
        new Style(
            effects.get(section.value("effect", "none", Values.oneOf(effects.names()))),
            colours(section),
            section.value("period", "2s", Values.duration(SHORTEST, LONGEST)),
            section.value("amount", "25", Values.integer(0, 100)));
    if (base != null && problems.size() == before) {
      int flashes = Flash.most(style);
      if (flashes > Flash.MOST) {
        section.tell(
            "'%s' flashes %d times per second, which exceeds the limit of %d; make its period longer"
                .formatted(name, flashes, Flash.MOST));
      }
    }
    return style;
  }

  private static List<Integer> colours(Section section) {
    var colours =
        section.list(
            "colour",
            text ->
                Colour.parse(text)
                    .map(Colour::rgb)
                    .orElseThrow(() ->
                        new IllegalArgumentException(
                            "'"
                                + text
                                + "' is not a colour; write \"#rrggbb\" or an English name")));
    return colours.isEmpty() ? List.of(0xFFFFFF) : colours;
  }
}
